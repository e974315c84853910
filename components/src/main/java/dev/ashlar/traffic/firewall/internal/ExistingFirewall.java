package dev.ashlar.traffic.firewall.internal;

import com.pulumi.core.Output;
import dev.ashlar.core.Ashlar;
import dev.ashlar.core.Firewall;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.KnownArn;
import dev.ashlar.internal.component.Created;
import dev.ashlar.internal.component.Names;
import dev.ashlar.traffic.firewall.ExistingFirewallArgs;

/** A firewall that exists already, for resources of a region. */
public record ExistingFirewall(Output<String> arn) implements Firewall {

    public static ExistingFirewall of(String name, ExistingFirewallArgs args) {
        var violations = Violations.of("WebFirewall.fromExisting", name);
        Names.check(name, violations);
        var arn = args.webAclArn();
        violations.require("webAclArn", arn, "an association names the web ACL", "give its ARN");
        Ashlar.check(violations);
        return new ExistingFirewall(
                arn == null
                        ? Created.<ExistingFirewall>nothing().output(ExistingFirewall::arn)
                        : new KnownArn(violations.subject()).of("webAclArn", arn, "wafv2"));
    }

    @Override
    public boolean isRegional() {
        return true;
    }
}

package dev.ashlar.traffic.firewall;

import com.pulumi.core.Output;
import com.pulumi.exceptions.RunException;
import com.pulumi.resources.ComponentResourceOptions;
import dev.ashlar.core.Component;
import dev.ashlar.core.Firewall;
import dev.ashlar.core.Observable;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.aws.CloudFront;
import dev.ashlar.internal.aws.FirewallAssociation;
import dev.ashlar.internal.aws.StackNames;
import dev.ashlar.internal.component.AwsEnvironment;
import dev.ashlar.internal.component.Created;
import dev.ashlar.internal.component.OutputCheck;
import dev.ashlar.traffic.firewall.internal.ExistingFirewall;
import dev.ashlar.traffic.firewall.internal.FirewallTarget;
import dev.ashlar.traffic.firewall.internal.WebAclResource;
import dev.ashlar.traffic.firewall.internal.WebFirewallCheck;
import dev.ashlar.traffic.firewall.internal.WebFirewallLogs;
import dev.ashlar.traffic.firewall.internal.WebFirewallPlan;
import dev.ashlar.traffic.firewall.internal.WebFirewallSignals;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Creates a web firewall (AWS WAF): managed rules of AWS against common attacks, a rate limit for each address, lists of
 * addresses and countries, and a log of blocked requests. Load balancers and user pools name it in their options:
 *
 * <pre>{@code
 * var firewall = new WebFirewall("edge", WebFirewallArgs.builder()
 *         .uploadPaths("/files/**")
 *         .rateLimit("login", limit -> limit.path("/login").limit(100))
 *         .group(ManagedRuleGroup.LINUX, FirewallMode.COUNT)
 *         .build());
 * ApplicationLoadBalancerArgs.builder().firewall(firewall)
 * }</pre>
 *
 * <p>Costs 10 USD a month with the defaults (5 for the web ACL, 1 for each of five rules) and 0.60 USD for a million
 * requests; {@link #monthlyDollars} and {@link #dollarsPerMillionRequests} return the price of other options.
 *
 * <p>Rules are evaluated in this order, and by label within one kind: allowed addresses, blocked addresses, countries, rate
 * limits, managed groups in the order of {@link ManagedRuleGroup}, large bodies. A request that no rule blocks passes. A
 * preview shows all rules as removed and added when one changes; nothing is replaced, and the protection is not
 * interrupted. Changing {@code scope} replaces the web ACL.
 */
public final class WebFirewall extends Component implements Firewall, Observable {

    private static final String TYPE = "ashlar:traffic:WebFirewall";

    private final String name;
    private final WebFirewallArgs args;
    private final WebFirewallPlan plan;
    private final Created<Resources> created;

    private record Resources(Output<String> webAclArn, Output<String> region) {}

    /**
     * Creates a firewall.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public WebFirewall(String name, WebFirewallArgs args) {
        this(name, args, null);
    }

    /**
     * Creates a firewall.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public WebFirewall(String name, WebFirewallArgs args, @Nullable ComponentResourceOptions options) {
        super(TYPE, name, options, check(name, args));
        this.name = name;
        this.args = args;
        // Faulty options have a price, too.
        this.plan = WebFirewallPlan.of(args);
        this.created = create(() -> {
            var children = children(args.tags());
            var environment = children.environment();
            var webAclArn = new WebAclResource(children, scope(environment))
                    .create(plan, metricName())
                    .arn();
            if (args.logging()) {
                new WebFirewallLogs(children, args, environment).write(webAclArn);
            }
            FirewallTarget.of(args).forEach((label, target) -> associate(label, target, webAclArn));
            return new Resources(webAclArn, environment.applyValue(AwsEnvironment::region));
        });
        registerOutputs(Map.of(
                "arn", arn(),
                "capacity", Output.of(capacity()),
                "monthlyDollars", Output.of(monthlyDollars()),
                "dollarsPerMillionRequests", Output.of(dollarsPerMillionRequests())));
    }

    /** Returns the violations of the options; empty when the firewall can be created. */
    public static Violations check(String name, WebFirewallArgs args) {
        var violations = WebFirewallCheck.check(name, args);
        args.checkKeys(violations);
        return violations;
    }

    /**
     * Describes an existing firewall. Creates nothing.
     *
     * @param name the name of the firewall in messages
     * @throws dev.ashlar.core.InvalidArgsException if a required option is missing or the options violate a rule
     */
    public static Firewall fromExisting(String name, ExistingFirewallArgs args) {
        return ExistingFirewall.of(name, args);
    }

    private Output<String> scope(Output<AwsEnvironment> environment) {
        if (isRegional()) {
            return Output.of(args.scope().name());
        }
        return OutputCheck.apply(environment, found -> {
            if (!found.region().equals(CloudFront.REGION)) {
                throw new RunException(("WebFirewall \"%s\": scope is CLOUDFRONT, but the provider's region is %s;"
                                + " give the component a provider of %s.")
                        .formatted(name, found.region(), CloudFront.REGION));
            }
            return args.scope().name();
        });
    }

    // CloudWatch distinguishes firewalls by the name of the metric only.
    private String metricName() {
        return StackNames.of(name);
    }

    private void associate(String label, FirewallTarget target, Output<String> webAclArn) {
        FirewallAssociation.create(
                childName("before", label),
                target.checked("WebFirewall \"%s\": associations.%s".formatted(name, label), args.scope()),
                webAclArn,
                childOptions());
    }

    @Override
    public Output<String> arn() {
        return created.output(Resources::webAclArn);
    }

    @Override
    public boolean isRegional() {
        return args.scope() == WebFirewallArgs.Scope.REGIONAL;
    }

    /** Returns the web ACL capacity units (WCU) that the rules use; the price of a request includes 1500. */
    public int capacity() {
        return plan.capacity();
    }

    /** Returns the monthly price in USD without any request. */
    public int monthlyDollars() {
        return plan.monthlyDollars();
    }

    /** Returns the price of a million requests in USD, such as {@code 0.60}. */
    public String dollarsPerMillionRequests() {
        return plan.dollarsPerMillionRequests();
    }

    @Override
    public List<Signal> signals() {
        return WebFirewallSignals.of(name, metricName(), plan, created.output(Resources::region), isRegional());
    }
}

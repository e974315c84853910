package dev.ashlar.traffic.firewall.internal;

import com.pulumi.aws.wafv2.IpSet;
import com.pulumi.aws.wafv2.IpSetArgs;
import com.pulumi.aws.wafv2.WebAcl;
import com.pulumi.aws.wafv2.WebAclArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionAllowArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclVisibilityConfigArgs;
import com.pulumi.core.Output;
import dev.ashlar.internal.component.Children;

/** Creates the web ACL of a firewall, with its sets of addresses. */
public final class WebAclResource {

    private final Children children;
    private final Output<String> scope;

    public WebAclResource(Children children, Output<String> scope) {
        this.children = children;
        this.scope = scope;
    }

    /** Creates the web ACL with the rules of a plan. */
    public WebAcl create(WebFirewallPlan plan, String metricName) {
        return new WebAcl(
                children.name(),
                WebAclArgs.builder()
                        .scope(scope)
                        .defaultAction(WebAclDefaultActionArgs.builder()
                                .allow(WebAclDefaultActionAllowArgs.builder().build())
                                .build())
                        .rules(new WebFirewallRules(this::createIpSet).of(plan))
                        .visibilityConfig(WebAclVisibilityConfigArgs.builder()
                                .metricName(metricName)
                                .cloudwatchMetricsEnabled(true)
                                .sampledRequestsEnabled(true)
                                .build())
                        .tags(children.tags())
                        .build(),
                children.options());
    }

    private Output<String> createIpSet(String rule, FirewallRule.Addresses addresses) {
        var place = children.scope(rule);
        return new IpSet(
                        place.name(),
                        IpSetArgs.builder()
                                .scope(scope)
                                .ipAddressVersion(addresses.ipVersion())
                                .addresses(addresses.blocks())
                                .tags(place.tags())
                                .build(),
                        place.options())
                .arn();
    }
}

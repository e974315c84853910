package dev.ashlar.traffic.loadbalancer.internal;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.ashlar.internal.aws.SecurityGroups;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import dev.ashlar.traffic.loadbalancer.ApplicationLoadBalancerArgs;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Who may connect to a load balancer, and whom it may connect to. */
public final class LoadBalancerSecurityGroup {

    private final String loadBalancer;
    private final Map<String, String> tags;
    private final CustomResourceOptions child;
    private final SecurityGroup group;

    private LoadBalancerSecurityGroup(
            String loadBalancer, ApplicationLoadBalancerArgs args, Output<String> vpcId, CustomResourceOptions child) {
        this.loadBalancer = loadBalancer;
        this.tags = args.tags();
        this.child = child;
        // Without a rule that lets anything out: services add one each for the way to themselves.
        this.group = SecurityGroups.withoutRules(loadBalancer, vpcId, "Load balancer " + loadBalancer, tags, child);
    }

    /** The security group with the rules of its own; services add theirs. */
    public static SecurityGroup create(
            String loadBalancer, ApplicationLoadBalancerArgs args, LoadBalancerPlan plan, CustomResourceOptions child) {
        var vpcId = Objects.requireNonNull(args.network()).vpcId();
        var guard = new LoadBalancerSecurityGroup(loadBalancer, args, vpcId, child);
        plan.openings()
                .forEach(opening ->
                        guard.open(opening.scheme(), opening.port(), opening.source(), rule -> address(rule, opening)));
        new TreeMap<>(args.prefixLists())
                .forEach((source, list) ->
                        guard.open(plan.scheme(), plan.port(), source, rule -> rule.prefixListId(list)));
        if (args.authenticatesUsers()) {
            SecurityGroups.allowHttpsEgress(loadBalancer, guard.group.id(), args.tags(), child);
        }
        return guard.group;
    }

    private static void address(SecurityGroupIngressRuleArgs.Builder rule, LoadBalancerPlan.Opening opening) {
        if (opening.isIpv6()) {
            rule.cidrIpv6(opening.cidrBlock());
        } else {
            rule.cidrIpv4(opening.cidrBlock());
        }
    }

    private void open(String scheme, int port, String source, Consumer<SecurityGroupIngressRuleArgs.Builder> peer) {
        var ruleName = Names.child(loadBalancer, scheme, "from", source);
        var rule = SecurityGroupIngressRuleArgs.builder()
                .securityGroupId(group.id())
                .ipProtocol("tcp")
                .fromPort(port)
                .toPort(port)
                .description("%s from %s".formatted(scheme, source))
                .tags(Tags.named(ruleName, tags));
        peer.accept(rule);
        new SecurityGroupIngressRule(ruleName, rule.build(), child);
    }
}

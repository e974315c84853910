package dev.ashlar.traffic.loadbalancer.internal;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import dev.ashlar.internal.aws.SecurityGroups;
import dev.ashlar.internal.component.Children;
import dev.ashlar.traffic.loadbalancer.ApplicationLoadBalancerArgs;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Creates the security group of a load balancer. */
public final class LoadBalancerSecurityGroup {

    private final Children children;
    private final SecurityGroup group;

    private LoadBalancerSecurityGroup(Children children, SecurityGroup group) {
        this.children = children;
        this.group = group;
    }

    /** Creates the security group with the rules of the load balancer; services add the rules of their routes. */
    public static SecurityGroup create(Children children, ApplicationLoadBalancerArgs args, Output<String> vpcId) {
        var name = children.name();
        // Without egress: each service adds the rule for its own tasks.
        var group = SecurityGroups.withoutRules(name, vpcId, "Load balancer " + name, args.tags(), children.options());
        var plan = LoadBalancerPlan.of(args);
        var guard = new LoadBalancerSecurityGroup(children, group);
        plan.openings()
                .forEach(opening ->
                        guard.open(opening.scheme(), opening.port(), opening.source(), rule -> address(rule, opening)));
        new TreeMap<>(args.prefixLists())
                .forEach((source, list) ->
                        guard.open(plan.scheme(), plan.port(), source, rule -> rule.prefixListId(list)));
        if (args.authenticatesUsers()) {
            SecurityGroups.allowHttpsEgress(name, group.id(), args.tags(), children.options());
        }
        return group;
    }

    private static void address(SecurityGroupIngressRuleArgs.Builder rule, LoadBalancerPlan.Opening opening) {
        if (opening.isIpv6()) {
            rule.cidrIpv6(opening.cidrBlock());
        } else {
            rule.cidrIpv4(opening.cidrBlock());
        }
    }

    private void open(String scheme, int port, String source, Consumer<SecurityGroupIngressRuleArgs.Builder> peer) {
        var place = children.scope(scheme, "from", source);
        var rule = SecurityGroupIngressRuleArgs.builder()
                .securityGroupId(group.id())
                .ipProtocol("tcp")
                .fromPort(port)
                .toPort(port)
                .description("%s from %s".formatted(scheme, source))
                .tags(place.tags());
        peer.accept(rule);
        new SecurityGroupIngressRule(place.name(), rule.build(), place.options());
    }
}

package dev.ashlar.internal.aws;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Security groups without ingress and egress. Each rule is a separate resource: an update of rules inside the group
 * would delete the others.
 */
public final class SecurityGroups {

    private static final int HTTPS = 443;

    private SecurityGroups() {}

    /** Creates a security group without rules. A change of the description replaces it. */
    public static SecurityGroup withoutRules(
            String name,
            Output<String> vpcId,
            String description,
            Map<String, String> tags,
            CustomResourceOptions child) {
        return new SecurityGroup(
                name,
                SecurityGroupArgs.builder()
                        .vpcId(vpcId)
                        .description(description)
                        .tags(Tags.named(name, tags))
                        .build(),
                child);
    }

    /** Allows HTTPS egress of a workload to AWS services and partners. Other egress requires a binding. */
    public static SecurityGroupEgressRule allowHttpsEgress(
            String workload, Output<String> securityGroupId, Map<String, String> tags, CustomResourceOptions child) {
        var name = Names.child(workload, "https-out");
        return httpsEgress(name, securityGroupId, rule -> rule.cidrIpv4("0.0.0.0/0"), tags, child);
    }

    /** Allows the same egress over IPv6, for workloads in a network that has it. */
    public static SecurityGroupEgressRule allowHttpsEgressOverIpv6(
            String workload, Output<String> securityGroupId, Map<String, String> tags, CustomResourceOptions child) {
        var name = Names.child(workload, "https-out-ipv6");
        return httpsEgress(name, securityGroupId, rule -> rule.cidrIpv6("::/0"), tags, child);
    }

    private static SecurityGroupEgressRule httpsEgress(
            String name,
            Output<String> securityGroupId,
            UnaryOperator<SecurityGroupEgressRuleArgs.Builder> destination,
            Map<String, String> tags,
            CustomResourceOptions child) {
        var rule = SecurityGroupEgressRuleArgs.builder()
                .securityGroupId(securityGroupId)
                .ipProtocol("tcp")
                .fromPort(HTTPS)
                .toPort(HTTPS)
                .description("HTTPS to AWS services and partners")
                .tags(Tags.named(name, tags));
        return new SecurityGroupEgressRule(name, destination.apply(rule).build(), child);
    }
}

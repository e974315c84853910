package dev.ashlar.internal.binding;

import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.ashlar.internal.aws.PolicyJson;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Grants a consumer its bindings: one inline policy and one pair of security group rules for each provider, all named
 * {@code <consumer>-to-<provider>}. The consumer owns them, so they are deleted with it.
 */
public final class BindingGrants {

    private BindingGrants() {}

    /**
     * Grants the permissions of the bindings to the consumer's role. A service should depend on the returned resources.
     */
    public static List<Resource> policies(
            String consumer, Output<String> roleName, BindingPlan plan, CustomResourceOptions child) {
        var policies = new ArrayList<Resource>();
        plan.permissions()
                .forEach((provider, statements) -> policies.add(new RolePolicy(
                        ruleName(consumer, provider),
                        RolePolicyArgs.builder()
                                .role(roleName)
                                .policy(PolicyJson.allowing(statements))
                                .build(),
                        child)));
        return policies;
    }

    /** Allows egress from the consumer's security group and ingress to the provider's. */
    public static List<Resource> securityGroupRules(
            String consumer,
            Output<String> securityGroupId,
            BindingPlan plan,
            Map<String, String> tags,
            CustomResourceOptions child) {
        var rules = new ArrayList<Resource>();
        plan.paths().forEach((provider, path) -> {
            var name = ruleName(consumer, provider);
            rules.add(new SecurityGroupEgressRule(
                    name,
                    SecurityGroupEgressRuleArgs.builder()
                            .securityGroupId(securityGroupId)
                            .referencedSecurityGroupId(path.securityGroupId())
                            .ipProtocol("tcp")
                            .fromPort(path.port())
                            .toPort(path.port())
                            .description("to " + provider)
                            .tags(Tags.named(name, tags))
                            .build(),
                    child));
            rules.add(new SecurityGroupIngressRule(
                    name,
                    SecurityGroupIngressRuleArgs.builder()
                            .securityGroupId(path.securityGroupId())
                            .referencedSecurityGroupId(securityGroupId)
                            .ipProtocol("tcp")
                            .fromPort(path.port())
                            .toPort(path.port())
                            .description("from " + consumer)
                            .tags(Tags.named(name, tags))
                            .build(),
                    child));
        });
        return rules;
    }

    private static String ruleName(String consumer, String provider) {
        return Names.child(consumer, "to", provider);
    }
}

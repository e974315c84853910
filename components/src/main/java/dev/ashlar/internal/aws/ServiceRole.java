package dev.ashlar.internal.aws;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.core.Output;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.internal.component.Children;
import java.util.List;

/** A role that one AWS service assumes, with inline policies. */
public final class ServiceRole {

    private final Role role;

    private ServiceRole(Role role) {
        this.role = role;
    }

    /**
     * Creates a role that a service assumes on behalf of this account only.
     *
     * @param servicePrincipal such as {@code scheduler.amazonaws.com}
     * @param accountId the account on whose behalf the service acts
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html">The confused deputy
     *     problem</a>
     */
    public static ServiceRole create(
            Children children, String servicePrincipal, Output<String> accountId, String description) {
        return create(children, PolicyJson.trusting(servicePrincipal, accountId), description);
    }

    /** Creates a role with a trust policy, as JSON text. */
    public static ServiceRole create(Children children, Output<String> trustPolicy, String description) {
        return new ServiceRole(new Role(
                children.name(),
                RoleArgs.builder()
                        .assumeRolePolicy(trustPolicy)
                        .description(description)
                        .tags(children.tags())
                        .build(),
                children.options()));
    }

    /** Allows what the statements permit, in an inline policy named after its place. */
    public RolePolicy allow(Children children, List<PolicyStatement> statements) {
        return new RolePolicy(
                children.name(),
                RolePolicyArgs.builder()
                        .role(role.name())
                        .policy(PolicyJson.allowing(statements))
                        .build(),
                children.options());
    }

    /** Allows what the statements permit, in an inline policy named after its place. */
    public RolePolicy allow(Children children, PolicyStatement... statements) {
        return allow(children, List.of(statements));
    }

    /** Returns the ARN of the role. */
    public Output<String> arn() {
        return role.arn();
    }

    /** Returns the name of the role. */
    public Output<String> name() {
        return role.name();
    }
}

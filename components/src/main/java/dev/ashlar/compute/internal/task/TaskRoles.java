package dev.ashlar.compute.internal.task;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.ashlar.compute.internal.container.TelemetryCollector;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.core.SecretReference;
import dev.ashlar.identity.PolicyDocument;
import dev.ashlar.internal.binding.BindingGrants;
import dev.ashlar.internal.binding.BindingPlan;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The two roles of a task: ECS starts it with the execution role, and the application acts with the task role, which may do
 * what its bindings permit and nothing else.
 */
public final class TaskRoles {

    public static final String PRINCIPAL = "ecs-tasks.amazonaws.com";

    private final String name;
    private final Map<String, String> tags;
    private final CustomResourceOptions child;
    private final Role execution;
    private final Role task;
    private final List<Resource> policies = new ArrayList<>();

    TaskRoles(String name, Output<String> accountId, Map<String, String> tags, CustomResourceOptions child) {
        this.name = name;
        this.tags = tags;
        this.child = child;
        // No condition here: AWS documents the source account only for the role that the application takes.
        this.execution = role("execution", Output.of(PolicyDocument.trusting(PRINCIPAL)), "Starts the tasks of ");
        this.task = role("task", PolicyDocument.trusting(PRINCIPAL, accountId), "What the tasks may do of ");
    }

    public Output<String> executionRoleArn() {
        return execution.arn();
    }

    public Output<String> taskRoleArn() {
        return task.arn();
    }

    public Output<String> taskRoleName() {
        return task.name();
    }

    /** What tasks must not start without. */
    List<Resource> policies() {
        return List.copyOf(policies);
    }

    /**
     * Lets ECS write this log group, pull from exactly these repositories and read exactly these secrets.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html">Amazon ECS task
     *     execution IAM role</a>
     */
    void permitStart(Output<String> logGroupArn, TaskContainers containers) {
        var statements = new ArrayList<PolicyStatement>();
        statements.add(PolicyStatement.allow(
                logGroupArn.applyValue(arn -> arn + ":*"), "logs:CreateLogStream", "logs:PutLogEvents"));
        if (!containers.repositoryArns().isEmpty()) {
            // The token is the registry's, not a repository's: the action knows no narrower resource.
            statements.add(PolicyStatement.allow(Output.of("*"), "ecr:GetAuthorizationToken"));
            statements.add(PolicyStatement.allow(
                    containers.repositoryArns(),
                    "ecr:BatchCheckLayerAvailability",
                    "ecr:BatchGetImage",
                    "ecr:GetDownloadUrlForLayer"));
        }
        var secrets = containers.secrets();
        if (!secrets.isEmpty()) {
            statements.add(PolicyStatement.allow(
                    secrets.stream().map(SecretReference::secretArn).distinct().toList(),
                    "secretsmanager:GetSecretValue"));
        }
        var keys = secrets.stream()
                .map(SecretReference::kmsKeyArn)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
        if (!keys.isEmpty()) {
            statements.add(PolicyStatement.allow(keys, "kms:Decrypt"));
        }
        permit("execution", execution, statements);
    }

    /** Lets the application do what its bindings permit. */
    void permitUses(BindingPlan bindings) {
        policies.addAll(BindingGrants.policies(name, task.name(), bindings, child));
    }

    /**
     * Lets the agent of ECS Exec open its channel.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html#ecs-exec-required-iam-permissions">Amazon
     *     ECS task IAM role: ECS Exec permissions</a>
     */
    void permitExecuteCommand() {
        permit(
                "exec",
                task,
                List.of(PolicyStatement.allow(
                        Output.of("*"),
                        "ssmmessages:CreateControlChannel",
                        "ssmmessages:CreateDataChannel",
                        "ssmmessages:OpenControlChannel",
                        "ssmmessages:OpenDataChannel")));
    }

    /** Lets the collector beside the application deliver what it collects. */
    void permitTelemetry(Output<String> logGroupArn) {
        permit("telemetry", task, TelemetryCollector.statements(logGroupArn));
    }

    private Role role(String label, Output<String> trust, String purpose) {
        var roleName = Names.child(name, label);
        return new Role(
                roleName,
                RoleArgs.builder()
                        .assumeRolePolicy(trust)
                        .description(purpose + name)
                        .tags(Tags.named(roleName, tags))
                        .build(),
                child);
    }

    private void permit(String label, Role role, List<PolicyStatement> statements) {
        policies.add(new RolePolicy(
                Names.child(name, label),
                RolePolicyArgs.builder()
                        .role(role.name())
                        .policy(PolicyDocument.allowing(statements))
                        .build(),
                child));
    }
}

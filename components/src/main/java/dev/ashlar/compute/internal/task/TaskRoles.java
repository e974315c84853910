package dev.ashlar.compute.internal.task;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.ashlar.compute.internal.container.TelemetryCollector;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.core.SecretReference;
import dev.ashlar.internal.aws.PolicyJson;
import dev.ashlar.internal.aws.ServiceRole;
import dev.ashlar.internal.binding.BindingGrants;
import dev.ashlar.internal.binding.BindingPlan;
import dev.ashlar.internal.component.Children;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The two roles of a task: ECS starts it with the execution role, and the application acts with the task role, which may do
 * what its bindings permit and nothing else.
 */
public final class TaskRoles {

    public static final String PRINCIPAL = "ecs-tasks.amazonaws.com";

    private final Children children;
    private final ServiceRole execution;
    private final ServiceRole task;
    private final List<Resource> policies = new ArrayList<>();

    TaskRoles(Children children, Output<String> accountId) {
        this.children = children;
        // No condition here: AWS documents the source account only for the role that the application assumes.
        this.execution = ServiceRole.create(
                children.scope("execution"),
                Output.of(PolicyJson.trusting(PRINCIPAL)),
                "Starts the tasks of " + children.name());
        this.task = ServiceRole.create(
                children.scope("task"), PRINCIPAL, accountId, "What the tasks may do of " + children.name());
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
    void allowStart(Output<String> logGroupArn, TaskContainers containers) {
        var statements = new ArrayList<PolicyStatement>();
        statements.add(PolicyStatement.allow(
                logGroupArn.applyValue(arn -> arn + ":*"), "logs:CreateLogStream", "logs:PutLogEvents"));
        if (!containers.repositoryArns().isEmpty()) {
            // ecr:GetAuthorizationToken does not support resource-level permissions.
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
        allow("execution", execution, statements);
    }

    /** Lets the application do what its bindings permit. */
    void allowBindings(BindingPlan bindings) {
        policies.addAll(BindingGrants.policies(children.name(), task.name(), bindings, children.options()));
    }

    /**
     * Lets the agent of ECS Exec open its channel.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html#ecs-exec-required-iam-permissions">Amazon
     *     ECS task IAM role: ECS Exec permissions</a>
     */
    void allowExecuteCommand() {
        allow(
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
    void allowTelemetry(Output<String> logGroupArn) {
        allow("telemetry", task, TelemetryCollector.statements(logGroupArn));
    }

    private void allow(String label, ServiceRole role, List<PolicyStatement> statements) {
        policies.add(role.allow(children.scope(label), statements));
    }
}

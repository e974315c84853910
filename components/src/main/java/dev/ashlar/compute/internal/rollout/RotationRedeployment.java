package dev.ashlar.compute.internal.rollout;

import com.pulumi.aws.ecs.Service;
import com.pulumi.aws.sfn.StateMachine;
import com.pulumi.aws.sfn.StateMachineArgs;
import com.pulumi.core.Output;
import dev.ashlar.compute.Cluster;
import dev.ashlar.compute.internal.task.FargateTask;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.core.SecretReference;
import dev.ashlar.internal.aws.EventRules;
import dev.ashlar.internal.aws.Json;
import dev.ashlar.internal.aws.ServiceRole;
import dev.ashlar.internal.component.AwsEnvironment;
import dev.ashlar.internal.component.Children;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Deploys a service again when a secret of its tasks has rotated, because a task reads its secrets only when it starts.
 * The event comes from CloudTrail, so the account requires a trail that logs management events. A state machine,
 * without code of this library, calls ECS. Its cost is negligible.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/monitoring-eventbridge.html">Match AWS Secrets
 *     Manager events with Amazon EventBridge</a>
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html">Learning to use AWS
 *     service SDK integrations in Step Functions</a>
 */
public final class RotationRedeployment {

    private final Children children;
    private final Output<AwsEnvironment> environment;

    private RotationRedeployment(Children children, Output<AwsEnvironment> environment) {
        this.children = children;
        this.environment = environment;
    }

    /** Follows the rotations of the task's secrets that rotate; creates nothing if none does. */
    public static void create(
            Children children, FargateTask task, Service service, Output<AwsEnvironment> environment) {
        var rotating = task.secrets().stream()
                .filter(SecretReference::rotates)
                .map(SecretReference::secretArn)
                .toList();
        if (!rotating.isEmpty()) {
            var redeployment = new RotationRedeployment(children, environment);
            redeployment.start(redeployment.createMachine(task.cluster(), service), rotating);
        }
    }

    private StateMachine createMachine(Cluster cluster, Service service) {
        var role = role("machine", "states.amazonaws.com", "Deploys the service again");
        role.allow(children.scope("machine"), PolicyStatement.allow(service.id(), "ecs:UpdateService"));
        return new StateMachine(
                children.name(),
                StateMachineArgs.builder()
                        .definition(definition(cluster, service))
                        .roleArn(role.arn())
                        .tags(children.tags())
                        .build(),
                children.options());
    }

    /**
     * Retries, because tasks must not keep an old password when ECS is busy with another deployment or unavailable.
     */
    private Output<String> definition(Cluster cluster, Service service) {
        return Json.of(Map.of(
                "StartAt",
                "Redeploy",
                "States",
                Map.of(
                        "Redeploy",
                        Map.of(
                                "Type",
                                "Task",
                                "Resource",
                                environment.applyValue(here ->
                                        "arn:%s:states:::aws-sdk:ecs:updateService".formatted(here.partition())),
                                "Parameters",
                                Map.of(
                                        "Cluster", cluster.arn(),
                                        "Service", service.name(),
                                        "ForceNewDeployment", true),
                                "Retry",
                                List.of(Map.of(
                                        "ErrorEquals",
                                        List.of("States.ALL"),
                                        "IntervalSeconds",
                                        30,
                                        "BackoffRate",
                                        2,
                                        "MaxAttempts",
                                        6)),
                                "End",
                                true))));
    }

    private void start(StateMachine machine, List<Output<String>> secretArns) {
        var role = role("event", "events.amazonaws.com", "Starts the state machine that deploys the service again");
        role.allow(children.scope("event"), PolicyStatement.allow(machine.arn(), "states:StartExecution"));
        EventRules.send(children, "A secret of the tasks has rotated", pattern(secretArns), machine.arn(), role.arn());
    }

    private static Output<String> pattern(List<Output<String>> secretArns) {
        return Json.of(Map.of(
                "source",
                List.of("aws.secretsmanager"),
                "detail-type",
                List.of("AWS Service Event via CloudTrail"),
                "detail",
                Map.of(
                        "eventSource",
                        List.of("secretsmanager.amazonaws.com"),
                        "eventName",
                        List.of("RotationSucceeded"),
                        "additionalEventData",
                        // User and password are often two keys of one secret.
                        Map.of(
                                "SecretId",
                                Output.all(secretArns).applyValue(arns -> List.copyOf(new TreeSet<>(arns)))))));
    }

    private ServiceRole role(String label, String principal, String purpose) {
        return ServiceRole.create(
                children.scope(label), principal, environment.applyValue(AwsEnvironment::accountId), purpose);
    }
}

package dev.ashlar.compute.internal.rollout;

import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.cloudwatch.EventTarget;
import com.pulumi.aws.cloudwatch.EventTargetArgs;
import com.pulumi.aws.ecs.Service;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.sfn.StateMachine;
import com.pulumi.aws.sfn.StateMachineArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.ashlar.compute.Cluster;
import dev.ashlar.compute.internal.task.FargateTask;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.core.SecretReference;
import dev.ashlar.identity.PolicyDocument;
import dev.ashlar.internal.aws.AwsEnvironment;
import dev.ashlar.internal.aws.Json;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Deploys a service anew when a secret of its tasks has rotated, since a task reads its secrets only when it starts. The
 * event comes by way of CloudTrail, so the account needs a trail that logs management events; a state machine, which needs no
 * code of ours, asks ECS for the deployment. It costs nothing to speak of.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/monitoring-eventbridge.html">Match AWS Secrets
 *     Manager events with Amazon EventBridge</a>
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html">Learning to use AWS
 *     service SDK integrations in Step Functions</a>
 */
public final class RotationRedeployment {

    private final String name;
    private final Output<AwsEnvironment> place;
    private final Map<String, String> tags;
    private final CustomResourceOptions child;

    private RotationRedeployment(
            String serviceName, Output<AwsEnvironment> place, Map<String, String> tags, CustomResourceOptions child) {
        this.name = Names.child(serviceName, "redeploy");
        this.place = place;
        this.tags = tags;
        this.child = child;
    }

    /** Follows the rotations of those secrets that rotate; creates nothing when none does. */
    public static void create(
            String serviceName,
            FargateTask task,
            Service service,
            Output<AwsEnvironment> place,
            Map<String, String> tags,
            CustomResourceOptions child) {
        var rotating = task.secrets().stream()
                .filter(SecretReference::rotates)
                .map(SecretReference::secretArn)
                .toList();
        if (!rotating.isEmpty()) {
            var redeployment = new RotationRedeployment(serviceName, place, tags, child);
            redeployment.start(redeployment.createMachine(task.cluster(), service), rotating);
        }
    }

    private StateMachine createMachine(Cluster cluster, Service service) {
        var role = role("machine", "states.amazonaws.com", "Deploys the service anew");
        permit("machine", role, PolicyStatement.allow(service.id(), "ecs:UpdateService"));
        return new StateMachine(
                name,
                StateMachineArgs.builder()
                        .definition(definition(cluster, service))
                        .roleArn(role.arn())
                        .tags(Tags.named(name, tags))
                        .build(),
                child);
    }

    /** A deployment that already runs, or a moment without ECS, is no reason to leave tasks with an old password. */
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
                                place.applyValue(here ->
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
        var rule = new EventRule(
                name,
                EventRuleArgs.builder()
                        .description("A secret of the tasks has rotated")
                        .eventPattern(pattern(secretArns))
                        .tags(Tags.named(name, tags))
                        .build(),
                child);
        var role = role("event", "events.amazonaws.com", "Starts the state machine that deploys the service anew");
        permit("event", role, PolicyStatement.allow(machine.arn(), "states:StartExecution"));
        new EventTarget(
                name,
                EventTargetArgs.builder()
                        .rule(rule.name())
                        .arn(machine.arn())
                        .roleArn(role.arn())
                        .build(),
                child);
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

    private Role role(String label, String principal, String purpose) {
        var roleName = Names.child(name, label);
        return new Role(
                roleName,
                RoleArgs.builder()
                        .assumeRolePolicy(
                                PolicyDocument.trusting(principal, place.applyValue(AwsEnvironment::accountId)))
                        .description(purpose)
                        .tags(Tags.named(roleName, tags))
                        .build(),
                child);
    }

    private void permit(String label, Role role, PolicyStatement statement) {
        new RolePolicy(
                Names.child(name, label),
                RolePolicyArgs.builder()
                        .role(role.name())
                        .policy(PolicyDocument.allowing(statement))
                        .build(),
                child);
    }
}

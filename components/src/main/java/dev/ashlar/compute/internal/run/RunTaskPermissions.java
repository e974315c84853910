package dev.ashlar.compute.internal.run;

import com.pulumi.core.Output;
import dev.ashlar.compute.internal.task.FargateTask;
import dev.ashlar.compute.internal.task.TaskRoles;
import dev.ashlar.core.PolicyStatement;
import java.util.List;

/**
 * What it takes to start a task: to run any revision of its definition in its cluster and nothing else, and to hand its two
 * roles to ECS and to nobody else.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/CWE_IAM_role.html">Amazon ECS EventBridge IAM
 *     role</a>
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html">Actions,
 *     resources, and condition keys for Amazon Elastic Container Service</a>
 */
public final class RunTaskPermissions {

    private RunTaskPermissions() {}

    /** Permissions to start the task, tags included. */
    public static List<PolicyStatement> permissions(FargateTask task) {
        return List.of(
                PolicyStatement.allow(
                                task.definition().arnWithoutRevision().applyValue(arn -> arn + ":*"), "ecs:RunTask")
                        .when("ArnEquals", "ecs:cluster", task.cluster().arn()),
                PolicyStatement.allow(
                                List.of(
                                        task.roles().executionRoleArn(),
                                        task.roles().taskRoleArn()),
                                "iam:PassRole")
                        .when("StringEquals", "iam:PassedToService", TaskRoles.PRINCIPAL),
                PolicyStatement.allow(tasksOf(task.cluster().arn()), "ecs:TagResource")
                        .when("StringEquals", "ecs:CreateAction", "RunTask"));
    }

    /** The ARNs of a cluster's tasks. */
    public static Output<String> tasksOf(Output<String> clusterArn) {
        return clusterArn.applyValue(arn -> arn.replace(":cluster/", ":task/") + "/*");
    }
}

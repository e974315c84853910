package dev.ashlar.compute.internal.run;

import com.pulumi.core.Output;
import dev.ashlar.compute.internal.task.FargateTask;
import dev.ashlar.compute.internal.task.TaskRoles;
import dev.ashlar.core.PolicyStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * The permissions that RunTask requires: to run any revision of the task's family in its cluster only, and to pass its two
 * roles to ECS only.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/CWE_IAM_role.html">Amazon ECS EventBridge IAM
 *     role</a>
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html">Actions,
 *     resources, and condition keys for Amazon Elastic Container Service</a>
 */
public final class RunTaskPermissions {

    private RunTaskPermissions() {}

    /** Returns the permissions to start the task, tags included. */
    static List<PolicyStatement> of(FargateTask task) {
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

    /** Returns the permissions to start the task, to wait until it stops, and to stop it. */
    public static List<PolicyStatement> toRun(FargateTask task) {
        var statements = new ArrayList<>(of(task));
        statements.add(PolicyStatement.allow(tasksOf(task.cluster().arn()), "ecs:DescribeTasks", "ecs:StopTask")
                .when("ArnEquals", "ecs:cluster", task.cluster().arn()));
        return List.copyOf(statements);
    }

    // The ARNs of a cluster's tasks.
    private static Output<String> tasksOf(Output<String> clusterArn) {
        return clusterArn.applyValue(arn -> arn.replace(":cluster/", ":task/") + "/*");
    }
}

package dev.ashlar.compute.internal.run;

import com.pulumi.core.Output;
import dev.ashlar.compute.TaskOptions;
import dev.ashlar.compute.internal.task.FargateTask;
import dev.ashlar.internal.aws.Json;
import java.util.Map;
import java.util.TreeMap;

/**
 * The request that starts a task, for ECS's API and for the AWS CLI.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html">Amazon ECS API Reference:
 *     RunTask</a>
 */
public record RunTaskRequest(String name, TaskOptions args, FargateTask task, Output<String> region) {

    /** Returns the request, as JSON. */
    public Output<String> input() {
        var request = new TreeMap<String, Object>();
        request.put("cluster", task.cluster().arn());
        request.put("taskDefinition", task.definition().arn());
        request.put("launchType", "FARGATE");
        request.put("count", 1);
        request.put("networkConfiguration", Map.of("awsvpcConfiguration", networkConfiguration()));
        request.put("enableECSManagedTags", true);
        request.put("enableExecuteCommand", args.enableExecuteCommand());
        request.put("propagateTags", "TASK_DEFINITION");
        request.put("startedBy", name);
        return Json.of(request);
    }

    /** Returns the command line, quoted for a shell. */
    public Output<String> command() {
        return Output.format(
                "aws ecs run-task --region %s --cluster %s --task-definition %s --launch-type FARGATE"
                        + " --network-configuration '%s'%s --enable-ecs-managed-tags --propagate-tags TASK_DEFINITION"
                        + " --started-by %s --query 'tasks[0].taskArn' --output text",
                region,
                task.cluster().arn(),
                task.definition().arn(),
                Json.of(Map.of("awsvpcConfiguration", networkConfiguration())),
                Output.of(args.enableExecuteCommand() ? " --enable-execute-command" : ""),
                Output.of(name));
    }

    private Map<String, Object> networkConfiguration() {
        return Map.of(
                "subnets", task.subnetIds(),
                "securityGroups", task.securityGroupIds(),
                "assignPublicIp", "DISABLED");
    }
}

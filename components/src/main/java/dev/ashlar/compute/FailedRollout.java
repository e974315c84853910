package dev.ashlar.compute;

/**
 * A deployment that ECS rolled back.
 *
 * @param cluster the ARN or the name of the cluster
 * @param service the name of the ECS service
 * @param requested the ARN of the task definition that was to run
 * @param running the ARN of the task definition that ECS went back to
 * @param logGroup the log group of the tasks
 */
public record FailedRollout(String cluster, String service, String requested, String running, String logGroup) {

    /** What happened, in one sentence. */
    String summary() {
        return "ECS rolled the deployment back: %s was to run, %s runs."
                .formatted(revision(requested), revision(running));
    }

    /** The commands that show what ECS and the application said. */
    String commands() {
        return """
                aws ecs describe-services --cluster %s --services %s --query 'services[0].events[:10].message'
                aws logs tail %s --since 1h""".formatted(cluster, service, logGroup);
    }

    private static String revision(String taskDefinitionArn) {
        return taskDefinitionArn.substring(taskDefinitionArn.lastIndexOf('/') + 1);
    }
}

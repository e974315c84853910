package dev.ashlar.compute;

/**
 * A deployment that ECS rolled back.
 *
 * @param cluster the ARN or the name of the cluster
 * @param service the name of the ECS service
 * @param requested the ARN of the task definition of the deployment
 * @param running the ARN of the task definition that ECS went back to
 * @param logGroup the log group of the tasks
 */
public record FailedRollout(String cluster, String service, String requested, String running, String logGroup) {}

package dev.ashlar.compute.internal.task;

import com.pulumi.aws.ecs.TaskDefinition;
import com.pulumi.aws.ecs.TaskDefinitionArgs;
import com.pulumi.aws.ecs.inputs.TaskDefinitionEphemeralStorageArgs;
import com.pulumi.aws.ecs.inputs.TaskDefinitionRuntimePlatformArgs;
import com.pulumi.aws.ecs.inputs.TaskDefinitionVolumeArgs;
import com.pulumi.core.Output;
import com.pulumi.deployment.Deployment;
import com.pulumi.resources.CustomResourceOptions;
import dev.ashlar.compute.TaskOptions;
import dev.ashlar.internal.component.Tags;

/** Registers what a task is. */
public final class TaskDefinitionResource {

    private TaskDefinitionResource() {}

    static TaskDefinition create(
            String name,
            String familySuffix,
            TaskOptions args,
            TaskContainers containers,
            TaskRoles roles,
            Output<String> containerDefinitions,
            CustomResourceOptions child) {
        var definition = TaskDefinitionArgs.builder()
                .family(family(familySuffix))
                .requiresCompatibilities("FARGATE")
                .networkMode("awsvpc")
                .cpu(String.valueOf(args.taskSize().cpu()))
                .memory(String.valueOf(args.taskSize().memory()))
                .runtimePlatform(TaskDefinitionRuntimePlatformArgs.builder()
                        .operatingSystemFamily("LINUX")
                        .cpuArchitecture(args.architecture().name())
                        .build())
                .executionRoleArn(roles.executionRoleArn())
                .taskRoleArn(roles.taskRoleArn())
                .containerDefinitions(containerDefinitions)
                .volumes(containers.volumes().stream()
                        .map(volume ->
                                TaskDefinitionVolumeArgs.builder().name(volume).build())
                        .toList())
                // Old revisions stay, so that a rollback has something to go back to.
                .skipDestroy(true)
                .trackLatest(false)
                .tags(Tags.named(name, args.tags()));
        args.ephemeralStorage()
                .ifPresent(gib -> definition.ephemeralStorage(TaskDefinitionEphemeralStorageArgs.builder()
                        .sizeInGib(gib)
                        .build()));
        return new TaskDefinition(name, definition.build(), child);
    }

    // Fixed, so that revisions count up in one history; of project and stack, so that stacks of one account do not mix.
    private static String family(String familySuffix) {
        var deployment = Deployment.getInstance();
        return "%s-%s-%s"
                .formatted(deployment.getProjectName(), deployment.getStackName(), familySuffix)
                .replaceAll("[^A-Za-z0-9_-]", "-");
    }
}

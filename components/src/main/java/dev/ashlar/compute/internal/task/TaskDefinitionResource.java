package dev.ashlar.compute.internal.task;

import com.pulumi.aws.ecs.TaskDefinition;
import com.pulumi.aws.ecs.TaskDefinitionArgs;
import com.pulumi.aws.ecs.inputs.TaskDefinitionEphemeralStorageArgs;
import com.pulumi.aws.ecs.inputs.TaskDefinitionRuntimePlatformArgs;
import com.pulumi.aws.ecs.inputs.TaskDefinitionVolumeArgs;
import com.pulumi.core.Output;
import dev.ashlar.compute.TaskOptions;
import dev.ashlar.internal.aws.StackNames;
import dev.ashlar.internal.component.Children;

/** The task definition of a task. */
public final class TaskDefinitionResource {

    private TaskDefinitionResource() {}

    /**
     * Creates the task definition.
     *
     * @param familySuffix the end of its family, which is fixed, so that the revisions count up in one history
     */
    static TaskDefinition create(
            Children children,
            TaskOptions args,
            String familySuffix,
            TaskContainers containers,
            TaskRoles roles,
            Output<String> region) {
        var definition = TaskDefinitionArgs.builder()
                .family(StackNames.of(familySuffix))
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
                .containerDefinitions(containers.json(region))
                .volumes(containers.volumes().stream()
                        .map(volume ->
                                TaskDefinitionVolumeArgs.builder().name(volume).build())
                        .toList())
                // Old revisions remain for rollbacks.
                .skipDestroy(true)
                .trackLatest(false)
                .tags(children.tags());
        var ephemeralStorage = args.ephemeralStorage();
        if (ephemeralStorage != null) {
            definition.ephemeralStorage(TaskDefinitionEphemeralStorageArgs.builder()
                    .sizeInGib(ephemeralStorage)
                    .build());
        }
        return new TaskDefinition(children.name(), definition.build(), children.options());
    }
}

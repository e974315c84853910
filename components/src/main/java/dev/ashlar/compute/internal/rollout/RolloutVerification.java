package dev.ashlar.compute.internal.rollout;

import com.pulumi.aws.ecs.Service;
import com.pulumi.core.Output;
import com.pulumi.deployment.Deployment;
import com.pulumi.exceptions.ResourceException;
import dev.ashlar.compute.FailedRollout;
import dev.ashlar.compute.RolloutDiagnosis;
import dev.ashlar.compute.internal.task.FargateTask;
import org.jspecify.annotations.Nullable;

/**
 * Fails an update whose deployment ECS rolled back. The provider waits until the service is steady, which it also is
 * after a rollback, on the old revision. Then the provider reads the service, so the resource's outputs have the task
 * definition that runs, not the requested one.
 */
public final class RolloutVerification {

    private RolloutVerification() {}

    public static void verify(String name, Service service, FargateTask task, @Nullable RolloutDiagnosis diagnosis) {
        if (Deployment.getInstance().isDryRun()) {
            return;
        }
        Output.tuple(
                        service.taskDefinition(),
                        task.definition().arn(),
                        service.cluster(),
                        service.name(),
                        task.logGroup().name())
                .applyValue(read -> {
                    var running = read.t1.orElse(read.t2);
                    if (!running.equals(read.t2)) {
                        var failed = new FailedRollout(read.t3, read.t4, read.t2, running, read.t5);
                        throw new ResourceException(message(name, failed, diagnosis), service, true);
                    }
                    return running;
                });
    }

    static String message(String name, FailedRollout failed, @Nullable RolloutDiagnosis diagnosis) {
        return "FargateService \"%s\": %s %s".formatted(name, summary(failed), reason(failed, diagnosis));
    }

    private static String reason(FailedRollout failed, @Nullable RolloutDiagnosis diagnosis) {
        if (diagnosis == null) {
            return "Events of ECS and the log of the application:%n%s".formatted(commands(failed));
        }
        try {
            return diagnosis.explain(failed);
        } catch (RuntimeException e) {
            return "The reason could not be read (%s); these commands show it:%n%s"
                    .formatted(e.getMessage(), commands(failed));
        }
    }

    private static String summary(FailedRollout failed) {
        return "ECS rolled the deployment back: %s was requested, %s runs."
                .formatted(revision(failed.requested()), revision(failed.running()));
    }

    /** Returns the commands that show the events of ECS and the log of the application. */
    private static String commands(FailedRollout failed) {
        return """
                aws ecs describe-services --cluster %s --services %s --query 'services[0].events[:10].message'
                aws logs tail %s --since 1h""".formatted(failed.cluster(), failed.service(), failed.logGroup());
    }

    private static String revision(String taskDefinitionArn) {
        return taskDefinitionArn.substring(taskDefinitionArn.lastIndexOf('/') + 1);
    }
}

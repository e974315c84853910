package dev.ashlar.compute;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.ashlar.compute.internal.task.FargateTask;
import dev.ashlar.core.Component;
import dev.ashlar.core.Violations;
import org.jspecify.annotations.Nullable;

/** What every component that runs a {@link FargateTask} tells of it, whoever starts the task. */
abstract class TaskComponent extends Component {

    TaskComponent(String type, String name, Violations violations, @Nullable ComponentResourceOptions options) {
        super(type, name, violations, options);
    }

    abstract FargateTask task();

    /** The ARN of the task definition that this program last registered, with its revision. */
    public final Output<String> taskDefinitionArn() {
        return task().definition().arn();
    }

    /** The log group of all containers. */
    public final Output<String> logGroupName() {
        return task().logGroup().name();
    }

    /** The security group of the tasks, for rules that no binding makes. */
    public final Output<String> securityGroupId() {
        return task().securityGroup().id();
    }

    /** The role that the application acts with, for permissions that no binding gives. */
    public final Output<String> taskRoleName() {
        return task().roles().taskRoleName();
    }
}

package dev.ashlar.compute;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.ashlar.compute.internal.task.FargateTask;
import dev.ashlar.core.Component;
import dev.ashlar.core.Violations;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The outputs that every component with a {@link FargateTask} has. */
abstract class TaskComponent extends Component {

    TaskComponent(String type, String name, @Nullable ComponentResourceOptions options, Violations violations) {
        super(type, name, options, violations);
    }

    /** Returns a property of the task; unknown if the component has faults. */
    abstract Output<String> ofTask(Function<FargateTask, Output<String>> property);

    /** The ARN of the task definition that this program last registered, with its revision. */
    public final Output<String> taskDefinitionArn() {
        return ofTask(task -> task.definition().arn());
    }

    /** The log group of all containers. */
    public final Output<String> logGroupName() {
        return ofTask(task -> task.logGroup().name());
    }

    /** The security group of the tasks, for rules that no binding makes. */
    public final Output<String> securityGroupId() {
        return ofTask(task -> task.securityGroup().id());
    }

    /** The role that the application acts with, for permissions that no binding gives. */
    public final Output<String> taskRoleName() {
        return ofTask(task -> task.roles().taskRoleName());
    }
}

package dev.ashlar.internal.aws;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.core.Output;
import dev.ashlar.internal.check.LogRetention;
import dev.ashlar.internal.component.Children;
import java.time.Duration;

/** Log groups of CloudWatch Logs. Each has a retention, so none keeps its events permanently. */
public final class LogGroups {

    private LogGroups() {}

    /** Creates a log group with a generated name. */
    public static LogGroup create(Children children, Duration retention) {
        return create(children, retention, LogGroupArgs.builder());
    }

    /**
     * Creates a log group with a name that AWS requires or recognizes.
     *
     * @param physicalName such as {@code /aws/rds/cluster/orders/postgresql}
     */
    public static LogGroup create(Children children, Duration retention, Output<String> physicalName) {
        return create(children, retention, LogGroupArgs.builder().name(physicalName));
    }

    private static LogGroup create(Children children, Duration retention, LogGroupArgs.Builder properties) {
        return new LogGroup(
                children.name(),
                properties
                        .retentionInDays(LogRetention.days(retention))
                        .tags(children.tags())
                        .build(),
                children.options());
    }
}

package dev.ashlar.network;

import com.pulumi.core.Output;
import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The flow logs of a network. CloudWatch Logs costs about 0.50 USD per GB, a bucket about half of it.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html">Logging IP traffic using VPC Flow
 *     Logs</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class FlowLogsArgs {

    /** The traffic that is logged, as AWS names it. */
    public enum TrafficType {
        ACCEPT,
        REJECT,
        ALL
    }

    /** Whether traffic is logged. Default: true. */
    @Value.Default
    public boolean enabled() {
        return true;
    }

    /**
     * The traffic that is logged. A change replaces the flow log. Default: traffic that security groups and network
     * ACLs reject.
     */
    @Value.Default
    public TrafficType trafficType() {
        return TrafficType.REJECT;
    }

    /**
     * The time over which flows are aggregated into one record: 60 or 600 seconds. A change replaces the flow log.
     * Default: 600 seconds.
     */
    @Value.Default
    public Duration maxAggregationInterval() {
        return Duration.ofMinutes(10);
    }

    /**
     * The retention of the log group in CloudWatch Logs, in whole days: one of the values that it allows. Has no effect
     * on a bucket. Default: the profile's log retention.
     */
    public abstract @Nullable Duration logRetention();

    /**
     * The ARN of a bucket that receives the records as Parquet files with hourly partitions, instead of CloudWatch
     * Logs. The bucket policy must allow {@code delivery.logs.amazonaws.com} to write. A change replaces the flow log.
     * Default: none.
     *
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html">Amazon S3 bucket
     *     permissions for flow logs</a>
     */
    public abstract @Nullable Output<String> bucketArn();

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link FlowLogsArgs}. */
    public static final class Builder extends ImmutableFlowLogsArgs.Builder {
        Builder() {}

        /** Sets the ARN of the bucket that receives the records. */
        public Builder bucketArn(String arn) {
            return bucketArn(Output.of(arn));
        }
    }
}

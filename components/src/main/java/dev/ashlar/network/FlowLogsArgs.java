package dev.ashlar.network;

import com.pulumi.core.Output;
import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a network's traffic: in CloudWatch Logs at about 0.50 USD per GB, or in a bucket at about half of it.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html">Logging IP traffic using VPC Flow Logs</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class FlowLogsArgs {

    /** Which traffic is recorded, in AWS's own words. */
    public enum TrafficType {
        ACCEPT,
        REJECT,
        ALL
    }

    /** Whether traffic is recorded. Default: true. */
    @Value.Default
    public boolean enabled() {
        return true;
    }

    /** Which traffic. Default: what security groups and network ACLs rejected. A change replaces the flow log. */
    @Value.Default
    public TrafficType trafficType() {
        return TrafficType.REJECT;
    }

    /** How long flows are gathered into one record: 60 or 600 seconds. Default: 600. A change replaces the flow log. */
    @Value.Default
    public Duration maxAggregationInterval() {
        return Duration.ofMinutes(10);
    }

    /**
     * How long CloudWatch Logs keeps the records, in whole days: one of the values that it allows. Default: as long as the
     * network's profile keeps logs. Of no effect on a bucket.
     */
    public abstract @Nullable Duration logRetention();

    /**
     * The ARN of a bucket that gets the records as Parquet files, an hour and a partition each, instead of CloudWatch Logs.
     * The bucket's policy has to let {@code delivery.logs.amazonaws.com} write. Default: none. A change replaces the flow
     * log.
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

        /** The ARN of a bucket that gets the records. */
        public Builder bucketArn(String arn) {
            return bucketArn(Output.of(arn));
        }
    }
}

package dev.ashlar.core;

import com.pulumi.core.Output;
import dev.ashlar.internal.component.ArgsStyle;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A CloudWatch metric of a component, with the meaning of missing data and the objective of a healthy component.
 * Components publish signals; alarms and dashboards are created from them.
 */
@Value.Immutable
@ArgsStyle
public abstract class Signal {

    /** The meaning of missing data points, as {@code treatMissingData} of a CloudWatch alarm. */
    public enum MissingData {
        /** Unhealthy: the metric is always published while the component works. */
        BREACHING,
        /** Healthy: the metric is only published when something happens. */
        NOT_BREACHING,
        /** The alarm keeps its state. */
        IGNORE
    }

    /** The aggregation of a metric over a period. */
    public enum Statistic {
        AVERAGE("Average"),
        MAXIMUM("Maximum"),
        MINIMUM("Minimum"),
        SUM("Sum"),
        P99("p99");

        private final String wireName;

        Statistic(String wireName) {
            this.wireName = wireName;
        }

        /** Returns the name in the CloudWatch API. */
        public String wireName() {
            return wireName;
        }
    }

    /**
     * The range of values of a healthy component.
     *
     * @param atMost whether values above the threshold are unhealthy, rather than values below
     * @param threshold the threshold, in the unit of the metric
     */
    public record Objective(boolean atMost, double threshold) {

        /** Returns an objective that values up to and including the threshold meet. */
        public static Objective atMost(double threshold) {
            return new Objective(true, threshold);
        }

        /** Returns an objective that values from the threshold upwards meet. */
        public static Objective atLeast(double threshold) {
            return new Objective(false, threshold);
        }
    }

    /** The component or part that is observed, such as {@code pipeline-inbound}. */
    public abstract String source();

    /** The name of the signal within its source, such as {@code oldest-message}. */
    public abstract String name();

    /** The CloudWatch namespace, such as {@code AWS/SQS}. */
    public abstract String namespace();

    /** The CloudWatch metric, such as {@code ApproximateAgeOfOldestMessage}. */
    public abstract String metric();

    /** The dimensions that select the component's own data. */
    public abstract Map<String, Output<String>> dimensions();

    /** The aggregation of data points. */
    public abstract Statistic statistic();

    /** The meaning of missing data. */
    public abstract MissingData missingData();

    /** The objective; empty if none applies to every user. */
    public abstract Optional<Objective> objective();

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Signal}. */
    public static final class Builder extends ImmutableSignal.Builder {
        Builder() {}
    }
}

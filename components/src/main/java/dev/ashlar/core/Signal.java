package dev.ashlar.core;

import com.pulumi.core.Output;
import dev.ashlar.internal.component.ArgsStyle;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One thing by which a component can be observed: a CloudWatch metric with the meaning of its silence and the limit within
 * which the component is healthy. Components publish signals; alarms and dashboards are made of them elsewhere.
 */
@Value.Immutable
@ArgsStyle
public abstract class Signal {

    /** What missing data points mean, in CloudWatch's own terms for an alarm's {@code treatMissingData}. */
    public enum MissingData {
        /** Silence is a fault: the metric is always published while the component works. */
        BREACHING,
        /** Silence is health: the metric is only published when something happens. */
        NOT_BREACHING,
        /** Silence keeps the last state. */
        IGNORE
    }

    /** How the metric is aggregated over a period. */
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

        /** The name in CloudWatch's API. */
        public String wireName() {
            return wireName;
        }
    }

    /**
     * The limit within which the component is healthy.
     *
     * @param atMost true when values above the threshold are unhealthy, false when values below are
     * @param threshold in the metric's own unit
     */
    public record Objective(boolean atMost, double threshold) {

        /** Healthy up to and including the threshold. */
        public static Objective atMost(double threshold) {
            return new Objective(true, threshold);
        }

        /** Healthy from the threshold upwards. */
        public static Objective atLeast(double threshold) {
            return new Objective(false, threshold);
        }
    }

    /** What is observed: the component or part, such as {@code pipeline-inbound}. */
    public abstract String source();

    /** The signal among those of its source, such as {@code oldest-message}. */
    public abstract String name();

    /** The CloudWatch namespace, such as {@code AWS/SQS}. */
    public abstract String namespace();

    /** The CloudWatch metric, such as {@code ApproximateAgeOfOldestMessage}. */
    public abstract String metric();

    /** The dimensions that select the component's own data. */
    public abstract Map<String, Output<String>> dimensions();

    /** How data points are aggregated. */
    public abstract Statistic statistic();

    /** What silence means. */
    public abstract MissingData missingData();

    /** The limit within which the component is healthy, when one holds for everybody. */
    public abstract Optional<Objective> objective();

    /** Starts a signal. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Signal}. */
    public static final class Builder extends ImmutableSignal.Builder {
        Builder() {}
    }
}

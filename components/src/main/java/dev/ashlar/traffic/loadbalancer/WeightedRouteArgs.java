package dev.ashlar.traffic.loadbalancer;

import com.pulumi.core.Output;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The options of a {@link WeightedRoute}. */
@Value.Immutable
@ArgsStyle
public abstract class WeightedRouteArgs {

    /** The owner of the weights after the route is created. */
    public enum WeightsOwner {
        /** This program. */
        PROGRAM,
        /**
         * Another process, such as a deployment: weights and target groups are set at creation and not changed
         * afterwards.
         */
        EXTERNAL
    }

    /**
     * A target group and its share of the requests.
     *
     * @param targetGroupArn the ARN of the target group
     * @param weight the weight, 0 to 999, relative to those of the other target groups
     */
    public record Target(Output<String> targetGroupArn, int weight) {}

    /** The requests that are distributed. Required. */
    public abstract @Nullable ServiceRoute route();

    /** The target groups, one to five, each by a label of yours. Required. */
    public abstract Map<String, Target> targets();

    /**
     * How long requests of one client go to the same target group regardless of the weights, 1 second to 7 days.
     * Default: no stickiness, so that the weights are exact.
     */
    public abstract @Nullable Duration stickiness();

    /** The owner of the weights. Default: this program. */
    @Value.Default
    public WeightsOwner weightsOwner() {
        return WeightsOwner.PROGRAM;
    }

    /** The tags of every resource. Default: none. */
    public abstract Map<String, String> tags();

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** The keys that the builder received more than once. */
    abstract List<String> repeatedKeys();

    /** Adds a violation for each key that a builder of these options received more than once. */
    final void checkKeys(Violations violations) {
        RepeatedKeys.check(repeatedKeys(), violations);
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link WeightedRouteArgs}. */
    public static final class Builder extends ImmutableWeightedRouteArgs.Builder {
        private final RepeatedKeys keys = new RepeatedKeys();

        Builder() {}

        /** Adds a target group with its share of the requests. */
        public Builder target(String label, Output<String> targetGroupArn, int weight) {
            return putTargets(keys.take("targets", label), new Target(targetGroupArn, weight));
        }

        @Override
        public WeightedRouteArgs build() {
            if (!keys.all().isEmpty()) {
                repeatedKeys(keys.all());
            }
            return super.build();
        }
    }
}

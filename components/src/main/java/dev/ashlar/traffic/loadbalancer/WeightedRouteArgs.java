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

    /** Who moves the weights once the route exists. */
    public enum WeightsOwner {
        /** This program. */
        PROGRAM,
        /** Somebody else, such as a deployment: weights and target groups are given at its creation, and left alone then. */
        EXTERNAL
    }

    /**
     * A target group and its share of the requests.
     *
     * @param targetGroupArn where requests go
     * @param weight from 0 to 999, in proportion to those of the others
     */
    public record Target(Output<String> targetGroupArn, int weight) {}

    /** Which requests. Required. */
    public abstract @Nullable ServiceRoute route();

    /** Where they go: one to five target groups, each by a label of yours. Required. */
    public abstract Map<String, Target> targets();

    /**
     * For how long whoever came to a target group comes back to it, whatever the weights, a second to 7 days. Default: not
     * at all, so that weights are exact.
     */
    public abstract @Nullable Duration stickiness();

    /** Who moves the weights. Default: this program. */
    @Value.Default
    public WeightsOwner weightsOwner() {
        return WeightsOwner.PROGRAM;
    }

    /** Tags of every resource. Default: none. */
    public abstract Map<String, String> tags();

    /** Starts the options. */
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

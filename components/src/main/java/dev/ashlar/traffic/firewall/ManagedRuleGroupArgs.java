package dev.ashlar.traffic.firewall;

import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.ArgsStyle;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The options of a managed rule group in a {@link WebFirewall}. */
@Value.Immutable
@ArgsStyle
public abstract class ManagedRuleGroupArgs {

    /** Whether requests that match the group are blocked, or only counted while you observe it. Default: blocked. */
    @Value.Default
    public FirewallMode mode() {
        return FirewallMode.BLOCK;
    }

    /**
     * The actions of single rules of the group that differ from those of AWS, by the name of the rule, such as {@code
     * SizeRestrictions_BODY}. A rule that only counts still labels the request. Default: none.
     */
    public abstract Map<String, FirewallMode> ruleActionOverrides();

    /**
     * The version of the group, such as {@code Version_1.10}. Default: the default version of AWS, which changes over
     * time.
     */
    public abstract @Nullable String version();

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** The keys that the builder received more than once. */
    abstract List<String> repeatedKeys();

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link ManagedRuleGroupArgs}. */
    public static final class Builder extends ImmutableManagedRuleGroupArgs.Builder {
        private final RepeatedKeys keys = new RepeatedKeys();

        Builder() {}

        /** Sets the action of one rule of the group. */
        public Builder override(String rule, FirewallMode mode) {
            return putRuleActionOverrides(keys.take("ruleActionOverrides", rule), mode);
        }

        @Override
        public ManagedRuleGroupArgs build() {
            if (!keys.all().isEmpty()) {
                repeatedKeys(keys.all());
            }
            return super.build();
        }
    }
}

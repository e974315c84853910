package dev.ashlar.traffic.firewall;

import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.ArgsStyle;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How a {@link WebFirewall} applies a managed rule group. */
@Value.Immutable
@ArgsStyle
public abstract class ManagedRuleGroupArgs {

    /** Whether what the group matches is blocked, or only counted while you watch it. Default: blocked. */
    @Value.Default
    public FirewallMode mode() {
        return FirewallMode.BLOCK;
    }

    /**
     * What single rules of the group do instead of what AWS set, by the rule's name such as {@code SizeRestrictions_BODY}.
     * Default: none. A rule that is counted still labels the request.
     */
    public abstract Map<String, FirewallMode> ruleActionOverrides();

    /** The version of the group, such as {@code Version_1.10}. Default: AWS's default, which AWS moves on. */
    public abstract @Nullable String version();

    /** Starts the options. */
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

        /** What one rule of the group does instead of what AWS set. */
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

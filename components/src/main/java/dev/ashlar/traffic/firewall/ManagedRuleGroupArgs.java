package dev.ashlar.traffic.firewall;

import dev.ashlar.internal.component.ArgsStyle;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

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
    public abstract Optional<String> version();

    /** Starts the options. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ManagedRuleGroupArgs}. */
    public static final class Builder extends ImmutableManagedRuleGroupArgs.Builder {
        Builder() {}

        /** What one rule of the group does instead of what AWS set. */
        public Builder override(String rule, FirewallMode mode) {
            return putRuleActionOverrides(rule, mode);
        }
    }
}

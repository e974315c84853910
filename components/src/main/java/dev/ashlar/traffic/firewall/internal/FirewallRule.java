package dev.ashlar.traffic.firewall.internal;

import dev.ashlar.traffic.firewall.FirewallMode;
import dev.ashlar.traffic.firewall.ManagedRuleGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One rule of a web firewall.
 *
 * @param name the name of the rule and its metric
 * @param priority the priority; rules with lower numbers are evaluated first
 * @param effect the action for a request that matches
 * @param statement the requests that match
 */
record FirewallRule(String name, int priority, Effect effect, Statement statement) {

    /** The action for a request. */
    enum Effect {
        ALLOW,
        BLOCK,
        COUNT;

        static Effect of(FirewallMode mode) {
            return mode == FirewallMode.BLOCK ? BLOCK : COUNT;
        }
    }

    /**
     * The requests that a rule matches, and the capacity that it uses.
     *
     * @see <a href="https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statements-list.html">Rule
     *     statements list</a>
     */
    sealed interface Statement permits Addresses, Countries, Rate, Managed, OversizedBodies {

        /** Returns the web ACL capacity units (WCU). */
        int capacity();
    }

    /** Requests from blocks of addresses of one IP version. */
    record Addresses(String ipVersion, List<String> blocks) implements Statement {
        @Override
        public int capacity() {
            return 1;
        }
    }

    /** Requests from countries, or from all others. */
    record Countries(List<String> codes, boolean others) implements Statement {
        @Override
        public int capacity() {
            return 1;
        }
    }

    /** Requests of an address that exceeds its rate limit. */
    record Rate(int limit, int windowSeconds, Optional<FirewallPath> path) implements Statement {
        @Override
        public int capacity() {
            return 2 + (path.isPresent() ? PATH_CAPACITY : 0);
        }
    }

    /** Requests that a managed rule group matches. */
    record Managed(ManagedRuleGroup group, Map<String, FirewallMode> overrides, Optional<String> version)
            implements Statement {
        @Override
        public int capacity() {
            return group.capacity();
        }
    }

    /** Bodies that the common group labels as too large, on paths that do not accept uploads. */
    record OversizedBodies(List<FirewallPath> uploadPaths) implements Statement {
        @Override
        public int capacity() {
            return 1 + uploadPaths.size() * PATH_CAPACITY;
        }
    }

    // 2 for a string match at the start or of the whole text, 10 for the normalization of the path before it.
    private static final int PATH_CAPACITY = 12;
}

package dev.ashlar.traffic.firewall.internal;

import dev.ashlar.traffic.firewall.FirewallMode;
import dev.ashlar.traffic.firewall.ManagedRuleGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One rule of a web firewall.
 *
 * @param name of the rule and its metric
 * @param priority rules with lower numbers are asked first
 * @param effect what becomes of a request that it matches
 * @param statement which requests it matches
 */
record FirewallRule(String name, int priority, Effect effect, Statement statement) {

    /** What becomes of a request. */
    enum Effect {
        ALLOW,
        BLOCK,
        COUNT;

        static Effect of(FirewallMode mode) {
            return mode == FirewallMode.BLOCK ? BLOCK : COUNT;
        }
    }

    /**
     * Which requests a rule matches, and what it takes to find out.
     *
     * @see <a href="https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statements-list.html">Rule statements
     *     list</a>
     */
    sealed interface Statement permits Addresses, Countries, Rate, Managed, OversizedBodies {

        /** How many web ACL capacity units (WCU) it takes. */
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

    /** Requests of an address that has sent more than its share. */
    record Rate(int limit, int windowSeconds, Optional<FirewallPath> path) implements Statement {
        @Override
        public int capacity() {
            return 2 + (path.isPresent() ? PATH_CAPACITY : 0);
        }
    }

    /** What a group of AWS matches. */
    record Managed(ManagedRuleGroup group, Map<String, FirewallMode> overrides, Optional<String> version)
            implements Statement {
        @Override
        public int capacity() {
            return group.capacity();
        }
    }

    /** Bodies that the common group found too large, on paths that do not take uploads. */
    record OversizedBodies(List<FirewallPath> uploadPaths) implements Statement {
        @Override
        public int capacity() {
            return 1 + uploadPaths.size() * PATH_CAPACITY;
        }
    }

    // 2 for a string at the start or as a whole, 10 for the path being brought into its normal form before.
    private static final int PATH_CAPACITY = 12;
}

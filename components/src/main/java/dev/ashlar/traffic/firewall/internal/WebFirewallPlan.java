package dev.ashlar.traffic.firewall.internal;

import dev.ashlar.internal.check.AddressBlock;
import dev.ashlar.traffic.firewall.FirewallMode;
import dev.ashlar.traffic.firewall.ManagedRuleGroup;
import dev.ashlar.traffic.firewall.ManagedRuleGroupArgs;
import dev.ashlar.traffic.firewall.RateLimitArgs;
import dev.ashlar.traffic.firewall.WebFirewallArgs;
import dev.ashlar.traffic.firewall.internal.FirewallRule.Addresses;
import dev.ashlar.traffic.firewall.internal.FirewallRule.Countries;
import dev.ashlar.traffic.firewall.internal.FirewallRule.Effect;
import dev.ashlar.traffic.firewall.internal.FirewallRule.Managed;
import dev.ashlar.traffic.firewall.internal.FirewallRule.OversizedBodies;
import dev.ashlar.traffic.firewall.internal.FirewallRule.Rate;
import dev.ashlar.traffic.firewall.internal.FirewallRule.Statement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The rules of a web firewall in the order of their evaluation, and their price.
 *
 * <p>Priorities come in bands: allowed addresses (from 0), blocked addresses (1000), countries (2000), rate limits
 * (3000), managed groups (4000) and large bodies (5000). Within a band rules are sorted by label; each managed group
 * has a fixed priority. So a new rule changes at most the rules of its own band.
 *
 * @param rules the rules in the order of their priorities
 */
public record WebFirewallPlan(List<FirewallRule> rules) {

    /** The capacity that the price of a request includes. */
    public static final int INCLUDED_CAPACITY = 1500;

    /** The maximum capacity of a web ACL. */
    static final int MAX_CAPACITY = 5000;

    /** The label of the rate limit that every firewall has. */
    static final String PER_IP = "per-ip";

    private static final String BODY_SIZE_RULE = "SizeRestrictions_BODY";

    public static WebFirewallPlan of(WebFirewallArgs args) {
        var rules = new ArrayList<FirewallRule>();
        addresses(rules, 0, "allow", Effect.ALLOW, args.allowedAddresses());
        addresses(rules, 1000, "block", Effect.BLOCK, args.blockedAddresses());
        if (!args.allowedCountries().isEmpty()) {
            var others = new Countries(List.copyOf(new TreeSet<>(args.allowedCountries())), true);
            rules.add(new FirewallRule("other-countries", 2000, Effect.BLOCK, others));
        }
        if (!args.blockedCountries().isEmpty()) {
            var these = new Countries(List.copyOf(new TreeSet<>(args.blockedCountries())), false);
            rules.add(new FirewallRule("blocked-countries", 2001, Effect.BLOCK, these));
        }
        rateLimits(args).forEach((label, limit) -> rules.add(rateLimit(label, 3000 + count(rules, Rate.class), limit)));
        var groups = groups(args);
        groups.forEach((group, options) ->
                rules.add(managed(group, options, !args.uploadPaths().isEmpty())));
        if (!args.uploadPaths().isEmpty() && groups.containsKey(ManagedRuleGroup.COMMON)) {
            rules.add(largeBodies(args.uploadPaths(), groups.get(ManagedRuleGroup.COMMON)));
        }
        return new WebFirewallPlan(rules);
    }

    /** Returns the rate limits by label, including the one that every firewall has. */
    static Map<String, RateLimitArgs> rateLimits(WebFirewallArgs args) {
        var limits = new TreeMap<String, RateLimitArgs>();
        limits.put(PER_IP, RateLimitArgs.builder().build());
        limits.putAll(args.rateLimits());
        return limits;
    }

    /** Returns the groups that are applied, in their order. */
    static Map<ManagedRuleGroup, ManagedRuleGroupArgs> groups(WebFirewallArgs args) {
        var groups = new TreeMap<ManagedRuleGroup, ManagedRuleGroupArgs>();
        for (var group : ManagedRuleGroup.values()) {
            if (group.isBaseline() && !args.omittedRuleGroups().contains(group)) {
                groups.put(group, ManagedRuleGroupArgs.builder().build());
            }
        }
        groups.putAll(args.managedRuleGroups());
        return groups;
    }

    private static void addresses(
            List<FirewallRule> rules, int first, String verb, Effect effect, Map<String, List<String>> sets) {
        int priority = first;
        for (var set : new TreeMap<>(sets).entrySet()) {
            var name = verb + "-" + set.getKey();
            var ipv4 = set.getValue().stream()
                    .filter(block -> !AddressBlock.isIpv6(block))
                    .toList();
            var ipv6 = set.getValue().stream().filter(AddressBlock::isIpv6).toList();
            if (!ipv4.isEmpty()) {
                rules.add(new FirewallRule(name + "-ipv4", priority++, effect, new Addresses("IPV4", ipv4)));
            }
            if (!ipv6.isEmpty()) {
                rules.add(new FirewallRule(name + "-ipv6", priority++, effect, new Addresses("IPV6", ipv6)));
            }
        }
    }

    private static int count(Collection<FirewallRule> rules, Class<? extends Statement> kind) {
        return (int)
                rules.stream().filter(rule -> kind.isInstance(rule.statement())).count();
    }

    private static FirewallRule rateLimit(String label, int priority, RateLimitArgs limit) {
        var statement = new Rate(
                limit.limit(),
                Math.toIntExact(limit.evaluationWindow().toSeconds()),
                Optional.ofNullable(limit.path()).flatMap(FirewallPath::parse));
        return new FirewallRule("rate-" + label, priority, Effect.of(limit.mode()), statement);
    }

    private static FirewallRule managed(ManagedRuleGroup group, ManagedRuleGroupArgs options, boolean uploads) {
        var overrides = new TreeMap<>(options.ruleActionOverrides());
        if (uploads && group == ManagedRuleGroup.COMMON) {
            overrides.put(BODY_SIZE_RULE, FirewallMode.COUNT);
        }
        return new FirewallRule(
                group.label(),
                group.priority(),
                Effect.of(options.mode()),
                new Managed(group, overrides, Optional.ofNullable(options.version())));
    }

    // Counts only if the common group itself only counts.
    private static FirewallRule largeBodies(Collection<String> uploadPaths, ManagedRuleGroupArgs common) {
        var paths = new TreeSet<>(uploadPaths)
                .stream().flatMap(path -> FirewallPath.parse(path).stream()).toList();
        return new FirewallRule("large-bodies", 5000, Effect.of(common.mode()), new OversizedBodies(paths));
    }

    /** Returns the web ACL capacity units (WCU) of the rules. */
    public int capacity() {
        return rules.stream().mapToInt(rule -> rule.statement().capacity()).sum();
    }

    /**
     * Returns the monthly price in USD without any request: 5 for the web ACL, 1 for each rule, 10 for bot control.
     *
     * @see <a href="https://aws.amazon.com/waf/pricing/">AWS WAF pricing</a>
     */
    public int monthlyDollars() {
        return 5 + rules.size() + (hasBotControl() ? 10 : 0);
    }

    /**
     * Returns the price of a million requests in USD: 0.60, 0.20 for each 500 units beyond those included, 1 for bot
     * control.
     */
    public String dollarsPerMillionRequests() {
        int beyond = Math.max(0, capacity() - INCLUDED_CAPACITY);
        int cents = 60 + 20 * ((beyond + 499) / 500) + (hasBotControl() ? 100 : 0);
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    /** Returns the capacity by rule, the largest first: {@code common 700, sqli 200}. */
    String breakdown() {
        return rules.stream()
                .sorted(Comparator.comparingInt(rule -> -rule.statement().capacity()))
                .map(rule -> rule.name() + " " + rule.statement().capacity())
                .collect(Collectors.joining(", "));
    }

    private boolean hasBotControl() {
        return rules.stream()
                .anyMatch(rule ->
                        rule.statement() instanceof Managed managed && managed.group() == ManagedRuleGroup.BOT_CONTROL);
    }
}

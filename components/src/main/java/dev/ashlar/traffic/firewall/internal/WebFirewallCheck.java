package dev.ashlar.traffic.firewall.internal;

import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.AddressBlock;
import dev.ashlar.internal.check.Check;
import dev.ashlar.internal.check.LogRetention;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import dev.ashlar.traffic.firewall.ManagedRuleGroup;
import dev.ashlar.traffic.firewall.ManagedRuleGroupArgs;
import dev.ashlar.traffic.firewall.RateLimitArgs;
import dev.ashlar.traffic.firewall.WebFirewall;
import dev.ashlar.traffic.firewall.WebFirewallArgs;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Checks the options of a {@link WebFirewall}. */
public final class WebFirewallCheck {

    private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));
    // AWS WAF accepts Kosovo, to which ISO has assigned no code.
    private static final String KOSOVO = "XK";
    private static final List<Duration> WINDOWS =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(10));
    private static final int MIN_LIMIT = 10;
    private static final int MAX_LIMIT = 2_000_000_000;
    // AWS WAF quotas: addresses in an IP set; countries in a geographic match; redacted fields.
    private static final int MAX_ADDRESSES = 10_000;
    private static final int MAX_COUNTRIES = 50;
    private static final int MAX_REDACTED = 100;
    private static final Pattern RULE_NAME = Pattern.compile("[A-Za-z0-9_-]{1,128}");
    // ManagedRuleGroupStatement, Version.
    private static final Pattern VERSION = Pattern.compile("[\\w#:./-]{1,64}");
    private static final Pattern HEADER = Pattern.compile("[a-z0-9_-]{1,64}");
    private static final String BODY_SIZE_RULE = "SizeRestrictions_BODY";

    private final WebFirewallArgs args;
    private final Violations violations;
    private final Check check;

    private WebFirewallCheck(String name, WebFirewallArgs args) {
        this.args = args;
        this.violations = Violations.of("WebFirewall", name);
        this.check = new Check(violations);
        Names.check(name, violations);
        Tags.check(args.tags(), violations);
    }

    public static Violations check(String name, WebFirewallArgs args) {
        var check = new WebFirewallCheck(name, args);
        check.groups();
        new TreeMap<>(args.rateLimits()).forEach(check::rateLimit);
        check.addresses("allowedAddresses", args.allowedAddresses());
        check.addresses("blockedAddresses", args.blockedAddresses());
        check.countries();
        check.uploads();
        check.associations();
        check.logging();
        check.capacity();
        return check.violations;
    }

    private void groups() {
        for (var group : new TreeSet<>(args.omittedRuleGroups())) {
            violations.expect(
                    group.isBaseline() && !args.managedRuleGroups().containsKey(group),
                    "omittedRuleGroups",
                    group,
                    group.isBaseline()
                            ? "managedRuleGroups has options for the same group"
                            : "the group is not in the baseline",
                    "leave one of them out");
        }
        new TreeMap<>(args.managedRuleGroups()).forEach(this::group);
    }

    private void group(ManagedRuleGroup group, ManagedRuleGroupArgs options) {
        new TreeSet<>(options.ruleActionOverrides().keySet())
                .forEach(rule -> check.option("managedRuleGroups.%s.ruleActionOverrides".formatted(group), rule)
                        .matches(
                                RULE_NAME,
                                "a rule's name has up to 128 letters, digits, hyphens and underscores",
                                "use the name in AWS's list, such as SizeRestrictions_BODY"));
        check.option("managedRuleGroups.%s.version".formatted(group), options.version())
                .matches(
                        VERSION,
                        "a version has up to 64 letters, digits and _ # : . / - characters",
                        "use one of the group's, such as Version_1.10, or leave it out");
    }

    private void rateLimit(String label, RateLimitArgs limit) {
        label("rateLimits", label);
        check.option("rateLimits.%s.limit".formatted(label), limit.limit()).within(MIN_LIMIT, MAX_LIMIT, "requests");
        check.option("rateLimits.%s.evaluationWindow".formatted(label), limit.evaluationWindow())
                .oneOf(WINDOWS, "AWS WAF has windows of 1, 2, 5 and 10 minutes");
        path(check.option("rateLimits.%s.path".formatted(label), limit.path()));
    }

    private static void path(Check.Option<String> option) {
        option.that(
                path -> FirewallPath.parse(path).isPresent(),
                "a path starts with / and has no wildcard except /** at its end",
                "use one like /login or /files/**");
    }

    private void addresses(String option, Map<String, List<String>> sets) {
        new TreeMap<>(sets).forEach((label, blocks) -> {
            label(option, label);
            check.count(option + "." + label, blocks.size(), "blocks")
                    .within(
                            1,
                            MAX_ADDRESSES,
                            "an IP set has 1 to %d blocks".formatted(MAX_ADDRESSES),
                            blocks.isEmpty() ? "add blocks, or leave the set out" : "split it into two sets");
            check.each(
                    option + "." + label,
                    blocks,
                    block -> block.that(
                            given -> AddressBlock.isValid(given) && !given.endsWith("/0"),
                            "a CIDR block is required with a prefix of 1 or more and no bits beyond it",
                            "write it like 203.0.113.0/24 or 2001:db8::/32"));
        });
    }

    private void countries() {
        var allowed = new TreeSet<>(args.allowedCountries());
        check.option("blockedCountries", new TreeSet<>(args.blockedCountries()))
                .when(!allowed.isEmpty())
                .absent(
                        "all countries but %s are blocked already".formatted(allowed),
                        "leave one of the two options out");
        countries("allowedCountries", args.allowedCountries());
        countries("blockedCountries", args.blockedCountries());
    }

    private void countries(String option, Collection<String> codes) {
        check.count(option, codes.size(), "countries")
                .atMost(MAX_COUNTRIES, "a rule names at most " + MAX_COUNTRIES, "name fewer");
        check.each(
                option,
                new TreeSet<>(codes),
                code -> code.that(
                        given -> COUNTRIES.contains(given) || given.equals(KOSOVO),
                        "an ISO 3166 country code is required",
                        "use two capital letters, such as DE"));
    }

    private void uploads() {
        check.each("uploadPaths", new TreeSet<>(args.uploadPaths()), WebFirewallCheck::path);
        if (args.uploadPaths().isEmpty()) {
            return;
        }
        var common = WebFirewallPlan.groups(args).get(ManagedRuleGroup.COMMON);
        check.option("uploadPaths", new TreeSet<>(args.uploadPaths()))
                .that(
                        () -> common != null,
                        "without the group COMMON every path accepts bodies of any size",
                        "leave one of the two options out");
        violations.expect(
                common == null || !common.ruleActionOverrides().containsKey(BODY_SIZE_RULE),
                "managedRuleGroups.COMMON.ruleActionOverrides",
                BODY_SIZE_RULE,
                "uploadPaths overrides that rule",
                "leave one of the two options out");
    }

    private void associations() {
        FirewallTarget.of(args).forEach((label, target) -> {
            label("associations", label);
            var arn = target.text();
            if (arn != null) {
                FirewallTarget.rejection(arn, args.scope())
                        .ifPresent(rejection ->
                                violations.add("associations." + label, arn, rejection.rule(), rejection.fix()));
            }
        });
    }

    private void logging() {
        LogRetention.check("logRetention", args.logRetention(), violations);
        check.count("redactedHeaders", args.redactedHeaders().size(), "headers")
                .atMost(MAX_REDACTED, "AWS WAF redacts at most %d fields".formatted(MAX_REDACTED), "name fewer");
        check.each(
                "redactedHeaders",
                new TreeSet<>(args.redactedHeaders()),
                header -> header.matches(
                        HEADER, "a header name in lower case is required", "write it like authorization"));
    }

    private void capacity() {
        check.option("maxCapacity", args.maxCapacity()).within(1, WebFirewallPlan.MAX_CAPACITY, "capacity units");
        var plan = WebFirewallPlan.of(args);
        violations.expect(
                plan.capacity() <= Math.min(args.maxCapacity(), WebFirewallPlan.MAX_CAPACITY),
                "maxCapacity",
                args.maxCapacity(),
                "the rules use %d capacity units (WCU): %s".formatted(plan.capacity(), plan.breakdown()),
                plan.capacity() > WebFirewallPlan.MAX_CAPACITY
                        ? "remove groups: AWS allows %d".formatted(WebFirewallPlan.MAX_CAPACITY)
                        : "remove rules, or raise it to %d; a million requests then cost %s USD"
                                .formatted(plan.capacity(), plan.dollarsPerMillionRequests()));
    }

    private void label(String option, String label) {
        check.option(option, label)
                .that(
                        given -> Names.isLabel(given) && given.length() <= Names.MAX_LENGTH,
                        "labels are up to %d lower-case letters, digits and single hyphens, and start with a letter"
                                .formatted(Names.MAX_LENGTH),
                        "use a label like \"office\"");
    }
}

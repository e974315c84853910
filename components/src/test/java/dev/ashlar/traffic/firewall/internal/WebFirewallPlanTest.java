package dev.ashlar.traffic.firewall.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.traffic.firewall.FirewallMode;
import dev.ashlar.traffic.firewall.ManagedRuleGroup;
import dev.ashlar.traffic.firewall.WebFirewallArgs;
import java.util.Comparator;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LowerChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WebFirewallPlanTest {

    private static WebFirewallPlan plan(WebFirewallArgs.Builder args) {
        return WebFirewallPlan.of(args.build());
    }

    @Test
    void orders_rules_as_documented() {
        assertThat(plan(WebFirewallArgs.builder()
                                .uploadPaths("/files/**")
                                .group(ManagedRuleGroup.LINUX, FirewallMode.BLOCK)
                                .rateLimit("login", limit -> limit.path("/login"))
                                .blockedCountries("KP")
                                .blockedAddresses("abuser", "198.51.100.7/32")
                                .allowedAddresses("partner", "198.51.100.8/32")
                                .allowedAddresses("office", "203.0.113.0/24", "2001:db8::/32"))
                        .rules())
                .isSortedAccordingTo(Comparator.comparingInt(FirewallRule::priority))
                .extracting(FirewallRule::name)
                .containsExactly(
                        "allow-office-ipv4",
                        "allow-office-ipv6",
                        "allow-partner-ipv4",
                        "block-abuser-ipv4",
                        "blocked-countries",
                        "rate-login",
                        "rate-per-ip",
                        "ip-reputation",
                        "common",
                        "known-bad-inputs",
                        "sqli",
                        "linux",
                        "large-bodies");
    }

    @Property(tries = 200)
    void gives_every_rule_its_own_priority_and_name(
            @ForAll @Size(max = 20) Set<@AlphaChars @LowerChars @StringLength(min = 1, max = 8) String> labels,
            @ForAll Set<ManagedRuleGroup> groups) {
        var args = WebFirewallArgs.builder().allowedCountries("DE").uploadPaths("/files/**");
        labels.forEach(label -> args.allowedAddresses(label, "203.0.113.0/24", "2001:db8::/32")
                .blockedAddresses(label, "198.51.100.0/24")
                .rateLimit(label, limit -> limit.limit(10)));
        groups.forEach(group -> args.group(group, FirewallMode.COUNT));
        var rules = plan(args).rules();

        assertThat(rules).extracting(FirewallRule::priority).doesNotHaveDuplicates();
        assertThat(rules).extracting(FirewallRule::name).doesNotHaveDuplicates();
        assertThat(rules).isSortedAccordingTo(Comparator.comparingInt(FirewallRule::priority));
    }

    @Test
    void adds_the_capacity_of_the_rules() {
        assertThat(plan(WebFirewallArgs.builder()).capacity()).isEqualTo(25 + 700 + 200 + 200 + 2);
        assertThat(plan(WebFirewallArgs.builder()
                                .uploadPaths("/files/**", "/import")
                                .rateLimit("login", limit -> limit.path("/login"))
                                .allowedAddresses("office", "203.0.113.0/24")
                                .blockedCountries("KP"))
                        .capacity())
                .isEqualTo(1127 + (1 + 2 * 12) + (2 + 12) + 1 + 1);
    }

    @Test
    void costs_more_for_more_rules_and_units_and_for_bot_control() {
        var plain = plan(WebFirewallArgs.builder());
        var large = plan(WebFirewallArgs.builder()
                .group(ManagedRuleGroup.LINUX, FirewallMode.BLOCK)
                .group(ManagedRuleGroup.WINDOWS, FirewallMode.BLOCK));
        var bots = plan(WebFirewallArgs.builder().group(ManagedRuleGroup.BOT_CONTROL, FirewallMode.COUNT));

        assertThat(plain.monthlyDollars()).isEqualTo(10);
        assertThat(plain.dollarsPerMillionRequests()).isEqualTo("0.60");
        assertThat(large.capacity()).isEqualTo(1527);
        assertThat(large.monthlyDollars()).isEqualTo(12);
        assertThat(large.dollarsPerMillionRequests()).isEqualTo("0.80");
        assertThat(bots.monthlyDollars()).isEqualTo(21);
        assertThat(bots.dollarsPerMillionRequests()).isEqualTo("1.60");
    }

    @Test
    void large_bodies_are_counted_where_the_common_group_counts() {
        var rules = plan(WebFirewallArgs.builder()
                        .uploadPaths("/files/**")
                        .group(ManagedRuleGroup.COMMON, FirewallMode.COUNT))
                .rules();

        assertThat(rules)
                .filteredOn(rule -> rule.name().equals("large-bodies"))
                .extracting(FirewallRule::effect)
                .containsExactly(FirewallRule.Effect.COUNT);
    }

    @Test
    void omits_groups_that_are_named() {
        assertThat(plan(WebFirewallArgs.builder().withoutGroups(ManagedRuleGroup.SQLI))
                        .rules())
                .extracting(FirewallRule::name)
                .doesNotContain("sqli")
                .contains("common");
    }
}

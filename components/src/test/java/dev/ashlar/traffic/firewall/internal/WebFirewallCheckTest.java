package dev.ashlar.traffic.firewall.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.pulumi.core.Output;
import dev.ashlar.core.Violation;
import dev.ashlar.traffic.firewall.FirewallMode;
import dev.ashlar.traffic.firewall.ManagedRuleGroup;
import dev.ashlar.traffic.firewall.WebFirewall;
import dev.ashlar.traffic.firewall.WebFirewallArgs;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebFirewallCheckTest {

    private static List<String> faults(WebFirewallArgs.Builder args) {
        return WebFirewall.check("edge", args.build()).all().stream()
                .map(Violation::message)
                .toList();
    }

    @Test
    void accepts_the_defaults_and_all_options_together() {
        assertThat(faults(WebFirewallArgs.builder())).isEmpty();
        assertThat(faults(WebFirewallArgs.builder()
                        .uploadPaths("/files/**", "/import")
                        .rateLimit("per-ip", limit -> limit.limit(10).evaluationWindow(Duration.ofMinutes(10)))
                        .allowedAddresses("office", "203.0.113.0/24", "2001:db8::/32")
                        .allowedCountries("DE", "AT")
                        .group(ManagedRuleGroup.LINUX, group -> group.override("LFI_URIPATH", FirewallMode.COUNT))
                        .association("orders", "arn:aws-cn:apigateway:cn-north-1::/restapis/a1b2c3/stages/prod")))
                .isEmpty();
    }

    @Test
    void reports_all_violations_at_once() {
        assertThat(faults(WebFirewallArgs.builder()
                        .rateLimit("login", limit -> limit.limit(9).evaluationWindow(Duration.ofMinutes(3)))
                        .blockedAddresses("internet", "0.0.0.0/0")
                        .uploadPaths("/files/*")
                        .association("ingestion", "arn:aws:apigateway:eu-central-1::/apis/a1b2c3/stages/$default")))
                .containsExactly(
                        "WebFirewall \"edge\": rateLimits.login.limit is 9, but 10 to 2,000,000,000 requests are allowed; use a number in this range.",
                        "WebFirewall \"edge\": rateLimits.login.evaluationWindow is PT3M, but AWS WAF has windows of 1, 2, 5 and 10 minutes; use one of PT1M, PT2M, PT5M, PT10M.",
                        "WebFirewall \"edge\": blockedAddresses.internet is \"0.0.0.0/0\", but a CIDR block is required with a prefix of 1 or more and no bits beyond it; write it like 203.0.113.0/24 or 2001:db8::/32.",
                        "WebFirewall \"edge\": uploadPaths is \"/files/*\", but a path starts with / and has no wildcard except /** at its end; use one like /login or /files/**.",
                        "WebFirewall \"edge\": associations.ingestion is arn:aws:apigateway:eu-central-1::/apis/a1b2c3/stages/$default, but AWS WAF cannot protect an HTTP or WebSocket API (API Gateway v2); use a REST API, or add a load balancer or CloudFront in front of it.");
    }

    @Test
    void rejects_rules_beyond_the_maximum_capacity() {
        assertThat(faults(WebFirewallArgs.builder()
                        .group(ManagedRuleGroup.LINUX, FirewallMode.BLOCK)
                        .group(ManagedRuleGroup.WINDOWS, FirewallMode.BLOCK)))
                .containsExactly(
                        "WebFirewall \"edge\": maxCapacity is 1500, but the rules use 1527 capacity units (WCU): common 700, known-bad-inputs 200, sqli 200, linux 200, windows 200, ip-reputation 25, rate-per-ip 2; remove rules, or raise it to 1527; a million requests then cost 0.80 USD.");
        assertThat(faults(WebFirewallArgs.builder()
                        .maxCapacity(1527)
                        .group(ManagedRuleGroup.LINUX, FirewallMode.BLOCK)
                        .group(ManagedRuleGroup.WINDOWS, FirewallMode.BLOCK)))
                .isEmpty();
        assertThat(faults(WebFirewallArgs.builder().maxCapacity(5001)))
                .singleElement(STRING)
                .contains("1 to 5,000 capacity units");
    }

    @Test
    void rejects_a_capacity_that_aws_does_not_allow() {
        var args = WebFirewallArgs.builder().maxCapacity(5000);
        for (int i = 0; i < 400; i++) {
            args.rateLimit("limit-" + i, limit -> limit.path("/login"));
        }

        assertThat(faults(args)).singleElement(STRING).contains("AWS allows 5000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.1/24", "203.0.113.0", "2001:db8::", "2001:db8::/129", "2001:db8::/0", "office"})
    void rejects_an_invalid_cidr_block(String block) {
        assertThat(faults(WebFirewallArgs.builder().allowedAddresses("office", block)))
                .singleElement(STRING)
                .contains("allowedAddresses.office is \"" + block + '"');
    }

    @Test
    void rejects_empty_sets_and_invalid_labels() {
        assertThat(faults(WebFirewallArgs.builder().allowedAddresses("office")))
                .singleElement(STRING)
                .contains("0 blocks");
        assertThat(faults(WebFirewallArgs.builder().blockedAddresses("Office", "203.0.113.0/24")))
                .singleElement(STRING)
                .contains("\"Office\"");
    }

    @Test
    void rejects_unknown_and_contradicting_countries() {
        assertThat(faults(WebFirewallArgs.builder().blockedCountries("XX")))
                .singleElement(STRING)
                .contains("XX");
        assertThat(faults(WebFirewallArgs.builder().allowedCountries("DE").blockedCountries("KP")))
                .singleElement(STRING)
                .contains("all countries but [DE] are blocked already");
    }

    @Test
    void rejects_options_that_contradict_the_groups() {
        assertThat(faults(WebFirewallArgs.builder().withoutGroups(ManagedRuleGroup.LINUX)))
                .singleElement(STRING)
                .contains("the group is not in the baseline");
        assertThat(faults(WebFirewallArgs.builder()
                        .withoutGroups(ManagedRuleGroup.SQLI)
                        .group(ManagedRuleGroup.SQLI, FirewallMode.COUNT)))
                .singleElement(STRING)
                .contains("managedRuleGroups has options for the same group");
        assertThat(faults(WebFirewallArgs.builder()
                        .withoutGroups(ManagedRuleGroup.COMMON)
                        .uploadPaths("/files/**")))
                .singleElement(STRING)
                .contains("without the group COMMON every path accepts bodies of any size");
        assertThat(faults(WebFirewallArgs.builder()
                        .uploadPaths("/files/**")
                        .group(
                                ManagedRuleGroup.COMMON,
                                group -> group.override("SizeRestrictions_BODY", FirewallMode.BLOCK))))
                .singleElement(STRING)
                .contains("uploadPaths overrides that rule");
        assertThat(faults(WebFirewallArgs.builder()
                        .group(ManagedRuleGroup.SQLI, group -> group.override("SQLi BODY", FirewallMode.COUNT))))
                .singleElement(STRING)
                .contains("\"SQLi BODY\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:elasticloadbalancing:eu-central-1:111111111111:loadbalancer/net/main/0a",
                "arn:aws:cloudfront::111111111111:distribution/E1",
                "orders"
            })
    void rejects_a_resource_that_aws_waf_cannot_protect(String arn) {
        assertThat(faults(WebFirewallArgs.builder().association("orders", arn)))
                .singleElement(STRING)
                .contains(arn, "AWS WAF protects application load balancers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:elasticloadbalancing:eu-central-1:111111111111:loadbalancer/app/main/0a1b",
                "arn:aws:cognito-idp:eu-central-1:111111111111:userpool/eu-central-1_a1B2",
                "arn:aws:appsync:eu-central-1:111111111111:apis/a1b2"
            })
    void accepts_a_resource_that_aws_waf_can_protect(String arn) {
        assertThat(faults(WebFirewallArgs.builder().association("orders", arn))).isEmpty();
    }

    @Test
    void rejects_regional_resources_in_the_scope_cloudfront() {
        assertThat(faults(WebFirewallArgs.builder()
                        .scope(WebFirewallArgs.Scope.CLOUDFRONT)
                        .association("orders", "arn:aws:apigateway:eu-central-1::/restapis/a1b2c3/stages/prod")))
                .containsExactly(
                        "WebFirewall \"edge\": associations.orders is arn:aws:apigateway:eu-central-1::/restapis/a1b2c3/stages/prod, but a firewall of the scope CLOUDFRONT protects distributions and Amplify apps only; set the ARN of the firewall as webAclId of a distribution, or use a firewall of the scope REGIONAL.");
    }

    @Test
    void accepts_amplify_apps_in_the_scope_cloudfront_only() {
        var app = "arn:aws:amplify:eu-central-1:000000000000:apps/a1b2c3";

        assertThat(faults(WebFirewallArgs.builder()
                        .scope(WebFirewallArgs.Scope.CLOUDFRONT)
                        .association("app", app)))
                .isEmpty();
        assertThat(faults(WebFirewallArgs.builder().association("app", app)))
                .containsExactly(
                        "WebFirewall \"edge\": associations.app is %s, but AWS WAF protects Amplify apps with a firewall of the scope CLOUDFRONT only; create a firewall of that scope for it."
                                .formatted(app));
    }

    @Test
    void accepts_the_country_code_of_kosovo() {
        assertThat(faults(WebFirewallArgs.builder().blockedCountries("XK"))).isEmpty();
    }

    @Test
    void rejects_an_invalid_version_of_a_group() {
        assertThat(faults(
                        WebFirewallArgs.builder().group(ManagedRuleGroup.LINUX, group -> group.version("Version_2.2"))))
                .isEmpty();
        assertThat(faults(WebFirewallArgs.builder().group(ManagedRuleGroup.LINUX, group -> group.version("newest!"))))
                .containsExactly(
                        "WebFirewall \"edge\": managedRuleGroups.LINUX.version is \"newest!\", but a version has up to 64 letters, digits and _ # : . / - characters; use one of the group's, such as Version_1.10, or leave it out.");
    }

    @Test
    void rejects_invalid_log_options() {
        assertThat(faults(WebFirewallArgs.builder()
                        .redactedHeaders("Authorization")
                        .logRetention(Duration.ofDays(8))))
                .hasSize(2)
                .anySatisfy(fault -> assertThat(fault).contains("logRetention is PT192H"))
                .anySatisfy(fault -> assertThat(fault).contains("redactedHeaders is \"Authorization\""));
    }

    @Test
    void rejects_keys_that_are_given_twice() {
        assertThat(faults(WebFirewallArgs.builder()
                        .rateLimit("login", limit -> limit.limit(10))
                        .rateLimit("login", limit -> limit.limit(20))
                        .allowedAddresses("office", "203.0.113.0/24")
                        .allowedAddresses("office", "203.0.113.0/25")
                        .association("orders", "arn:aws:apigateway:eu-central-1::/restapis/a1b2c3/stages/prod")
                        .association("orders", Output.of("arn:aws:apigateway:eu-central-1::/restapis/d4/stages/prod"))
                        .group(ManagedRuleGroup.LINUX, group -> group.override("LFI_URIPATH", FirewallMode.COUNT)
                                .override("LFI_URIPATH", FirewallMode.BLOCK))))
                .containsExactly(
                        "WebFirewall \"edge\": rateLimits is \"login\" a second time, but it would replace the first; use another name.",
                        "WebFirewall \"edge\": allowedAddresses is \"office\" a second time, but it would replace the first; use another name.",
                        "WebFirewall \"edge\": associations is \"orders\" a second time, but it would replace the first; use another name.",
                        "WebFirewall \"edge\": managedRuleGroups.LINUX.ruleActionOverrides is \"LFI_URIPATH\" a second time, but it would replace the first; use another name.");
    }
}

package dev.ashlar.traffic.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.pulumi.core.Output;
import dev.ashlar.core.Profile;
import dev.ashlar.core.Signal;
import dev.ashlar.graph.ResourceGraph;
import dev.ashlar.preflight.testkit.Recording;
import dev.ashlar.traffic.loadbalancer.ApplicationLoadBalancer;
import dev.ashlar.traffic.loadbalancer.ApplicationLoadBalancerArgs;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WebFirewallTest {

    private static final String WEB_ACL = "aws:wafv2/webAcl:WebAcl";
    private static final String IP_SET = "aws:wafv2/ipSet:IpSet";
    private static final String ASSOCIATION = "aws:wafv2/webAclAssociation:WebAclAssociation";
    private static final String LOGGING = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";
    private static final String LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
    private static final String LOG_POLICY = "aws:cloudwatch/logResourcePolicy:LogResourcePolicy";
    private static final String STAGE = "arn:aws:apigateway:eu-central-1::/restapis/a1b2c3/stages/prod";

    private static ResourceGraph graph(WebFirewallArgs.Builder args) {
        return Recording.of(context -> new WebFirewall("edge", args.build())).graph();
    }

    private static Map<String, Map<String, Object>> rules(ResourceGraph graph) {
        return ((List<?>) graph.resource(WEB_ACL, "edge").input("rules"))
                .stream()
                        .map(WebFirewallTest::map)
                        .collect(Collectors.toMap(rule -> (String) rule.get("name"), rule -> rule));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static Map<String, Object> statement(Map<String, Object> rule, String kind) {
        return map(map(rule.get("statement")).get(kind));
    }

    private static Map<String, Object> path(String constraint, String text) {
        return Map.of(
                "fieldToMatch",
                Map.of("uriPath", Map.of()),
                "positionalConstraint",
                constraint,
                "searchString",
                text,
                "textTransformations",
                List.of(Map.of("priority", 0, "type", "NORMALIZE_PATH")));
    }

    @Test
    void allows_requests_by_default_and_applies_the_baseline_groups() {
        var graph = graph(WebFirewallArgs.builder());

        assertThat(graph.resource(WEB_ACL, "edge").inputs())
                .containsEntry("scope", "REGIONAL")
                .containsEntry("defaultAction", Map.of("allow", Map.of()))
                .doesNotContainKey("name");
        assertThat(rules(graph).values().stream()
                        .filter(rule -> map(rule.get("statement")).containsKey("managedRuleGroupStatement")))
                .allSatisfy(rule -> assertThat(rule).containsEntry("overrideAction", Map.of("none", Map.of())))
                .extracting(rule -> statement(rule, "managedRuleGroupStatement"))
                .containsExactlyInAnyOrder(
                        Map.of("vendorName", "AWS", "name", "AWSManagedRulesAmazonIpReputationList"),
                        Map.of("vendorName", "AWS", "name", "AWSManagedRulesCommonRuleSet"),
                        Map.of("vendorName", "AWS", "name", "AWSManagedRulesKnownBadInputsRuleSet"),
                        Map.of("vendorName", "AWS", "name", "AWSManagedRulesSQLiRuleSet"));
    }

    @Test
    void blocks_an_address_after_2000_requests_in_five_minutes() {
        assertThat(rules(graph(WebFirewallArgs.builder())).get("rate-per-ip"))
                .containsEntry("action", Map.of("block", Map.of()))
                .containsEntry(
                        "statement",
                        Map.of(
                                "rateBasedStatement",
                                Map.of("aggregateKeyType", "IP", "limit", 2000, "evaluationWindowSec", 300)));
    }

    @Test
    void limits_the_requests_to_one_path() {
        var rules = rules(graph(WebFirewallArgs.builder()
                .rateLimit("login", limit -> limit.path("/login").limit(100).mode(FirewallMode.COUNT))));

        assertThat(rules).containsKey("rate-per-ip");
        assertThat(rules.get("rate-login")).containsEntry("action", Map.of("count", Map.of()));
        assertThat(statement(rules.get("rate-login"), "rateBasedStatement"))
                .containsEntry("limit", 100)
                .containsEntry("scopeDownStatement", Map.of("byteMatchStatement", path("EXACTLY", "/login")));
    }

    @Test
    void counts_the_matches_of_a_group_in_count_mode() {
        var rules = rules(graph(WebFirewallArgs.builder()
                .group(ManagedRuleGroup.SQLI, FirewallMode.COUNT)
                .group(ManagedRuleGroup.LINUX, group -> group.version("Version_2.2")
                        .override("LFI_URIPATH", FirewallMode.COUNT))));

        assertThat(rules.get("sqli")).containsEntry("overrideAction", Map.of("count", Map.of()));
        assertThat(rules.get("common")).containsEntry("overrideAction", Map.of("none", Map.of()));
        assertThat(statement(rules.get("linux"), "managedRuleGroupStatement"))
                .containsEntry("version", "Version_2.2")
                .containsEntry(
                        "ruleActionOverrides",
                        List.of(Map.of("name", "LFI_URIPATH", "actionToUse", Map.of("count", Map.of()))));
    }

    @Test
    void allows_large_bodies_on_upload_paths_only() {
        var rules = rules(graph(WebFirewallArgs.builder().uploadPaths("/files/**", "/import")));

        assertThat(statement(rules.get("common"), "managedRuleGroupStatement"))
                .containsEntry(
                        "ruleActionOverrides",
                        List.of(Map.of("name", "SizeRestrictions_BODY", "actionToUse", Map.of("count", Map.of()))));
        assertThat(rules.get("large-bodies")).containsEntry("action", Map.of("block", Map.of()));
        assertThat(statement(rules.get("large-bodies"), "andStatement").get("statements"))
                .asInstanceOf(LIST)
                .containsExactly(
                        Map.of(
                                "labelMatchStatement",
                                Map.of(
                                        "scope",
                                        "LABEL",
                                        "key",
                                        "awswaf:managed:aws:core-rule-set:SizeRestrictions_Body")),
                        not(Map.of("byteMatchStatement", path("STARTS_WITH", "/files/"))),
                        not(Map.of("byteMatchStatement", path("EXACTLY", "/import"))));
    }

    private static Map<String, Object> not(Map<String, Object> statement) {
        return Map.of("notStatement", Map.of("statements", List.of(statement)));
    }

    @Test
    void creates_one_ip_set_for_each_ip_version() {
        var graph = graph(WebFirewallArgs.builder()
                .allowedAddresses("office", "203.0.113.0/24", "2001:db8::/32")
                .blockedAddresses("abuser", "198.51.100.7/32"));

        assertThat(graph.resource(IP_SET, "edge-allow-office-ipv4").inputs())
                .containsEntry("ipAddressVersion", "IPV4")
                .containsEntry("scope", "REGIONAL")
                .containsEntry("addresses", List.of("203.0.113.0/24"));
        assertThat(graph.resource(IP_SET, "edge-allow-office-ipv6").inputs())
                .containsEntry("ipAddressVersion", "IPV6")
                .containsEntry("addresses", List.of("2001:db8::/32"));
        assertThat(rules(graph).get("allow-office-ipv4")).containsEntry("action", Map.of("allow", Map.of()));
        assertThat(rules(graph).get("block-abuser-ipv4"))
                .containsEntry("action", Map.of("block", Map.of()))
                .containsEntry(
                        "statement",
                        Map.of(
                                "ipSetReferenceStatement",
                                Map.of(
                                        "arn",
                                        graph.resource(IP_SET, "edge-block-abuser-ipv4")
                                                .output("arn"))));
    }

    @Test
    void blocks_countries_or_all_others() {
        assertThat(rules(graph(WebFirewallArgs.builder().blockedCountries("KP")))
                        .get("blocked-countries")
                        .get("statement"))
                .isEqualTo(Map.of("geoMatchStatement", Map.of("countryCodes", List.of("KP"))));
        assertThat(rules(graph(WebFirewallArgs.builder().allowedCountries("DE", "AT")))
                        .get("other-countries")
                        .get("statement"))
                .isEqualTo(not(Map.of("geoMatchStatement", Map.of("countryCodes", List.of("AT", "DE")))));
    }

    @Test
    void uses_bot_control_at_the_common_inspection_level() {
        var rules = rules(graph(WebFirewallArgs.builder().group(ManagedRuleGroup.BOT_CONTROL, FirewallMode.COUNT)));

        assertThat(statement(rules.get("bot-control"), "managedRuleGroupStatement"))
                .containsEntry(
                        "managedRuleGroupConfigs",
                        List.of(Map.of(
                                "awsManagedRulesBotControlRuleSet",
                                Map.of("inspectionLevel", "COMMON", "enableMachineLearning", false))));
    }

    @Test
    void logs_blocked_and_counted_requests_with_redacted_headers() {
        var graph = graph(WebFirewallArgs.builder());
        var group = graph.resource(LOG_GROUP, "edge-logs");
        var logging = graph.resource(LOGGING, "edge-logging");

        assertThat(group.inputs()).containsEntry("retentionInDays", 365);
        assertThat(group.input("name"))
                .asInstanceOf(STRING)
                .startsWith("aws-waf-logs-")
                .endsWith("-edge");
        assertThat(logging.inputs())
                .containsEntry("resourceArn", graph.resource(WEB_ACL, "edge").output("arn"))
                .containsEntry("logDestinationConfigs", List.of(group.output("arn")))
                .containsEntry(
                        "redactedFields",
                        List.of(
                                Map.of("singleHeader", Map.of("name", "authorization")),
                                Map.of("singleHeader", Map.of("name", "cookie"))))
                .containsEntry(
                        "loggingFilter",
                        Map.of(
                                "defaultBehavior",
                                "DROP",
                                "filters",
                                List.of(Map.of(
                                        "behavior",
                                        "KEEP",
                                        "requirement",
                                        "MEETS_ANY",
                                        "conditions",
                                        List.of(
                                                Map.of("actionCondition", Map.of("action", "BLOCK")),
                                                Map.of("actionCondition", Map.of("action", "COUNT")))))));
        assertThat(graph(WebFirewallArgs.builder().profile(Profile.DEV))
                        .resource(LOG_GROUP, "edge-logs")
                        .inputs())
                .containsEntry("retentionInDays", 7);
    }

    @Test
    void allows_log_delivery_to_write_to_the_log_group_for_this_account_only() {
        var graph = graph(WebFirewallArgs.builder());
        var policy = graph.resource(LOG_POLICY, "edge-logs");

        assertThat(policy.input("policyDocument"))
                .asInstanceOf(STRING)
                .contains(
                        "\"Service\":\"delivery.logs.amazonaws.com\"",
                        "\"Action\":[\"logs:CreateLogStream\",\"logs:PutLogEvents\"]",
                        "\"Resource\":[\"%s:log-stream:*\"]"
                                .formatted(
                                        graph.resource(LOG_GROUP, "edge-logs").output("arn")),
                        "\"aws:SourceAccount\":\"000000000000\"",
                        "\"aws:SourceArn\":\"arn:aws:logs:eu-central-1:000000000000:*\"");
        assertThat(graph.resource(LOGGING, "edge-logging").dependencies()).contains(policy.urn());
    }

    @Test
    void creates_no_log_without_logging() {
        assertThat(graph(WebFirewallArgs.builder().logging(false)).all())
                .extracting(resource -> resource.type())
                .doesNotContain(LOGGING, LOG_GROUP, LOG_POLICY);
    }

    @Test
    void associates_the_stage_of_a_rest_api() {
        var graph = graph(WebFirewallArgs.builder().association("orders", Output.of(STAGE)));

        assertThat(graph.resource(ASSOCIATION, "edge-before-orders").inputs())
                .containsEntry("resourceArn", STAGE)
                .containsEntry("webAclArn", graph.resource(WEB_ACL, "edge").output("arn"));
    }

    @Test
    void rejects_an_http_api_whose_arn_is_an_output() {
        var failing = Recording.failing(context -> new WebFirewall(
                "edge",
                WebFirewallArgs.builder()
                        .association(
                                "orders", Output.of("arn:aws:apigateway:eu-central-1::/apis/a1b2c3/stages/$default"))
                        .build()));

        assertThat(failing.failure())
                .isEqualTo("WebFirewall \"edge\": associations.orders is"
                        + " arn:aws:apigateway:eu-central-1::/apis/a1b2c3/stages/$default, but AWS WAF cannot protect an"
                        + " HTTP or WebSocket API (API Gateway v2); use a REST API, or add a load balancer or CloudFront"
                        + " in front of it.");
    }

    @Test
    void rejects_the_scope_cloudfront_outside_us_east_1() {
        var failing = Recording.failing(context -> new WebFirewall(
                "edge",
                WebFirewallArgs.builder()
                        .scope(WebFirewallArgs.Scope.CLOUDFRONT)
                        .build()));

        assertThat(failing.failure())
                .isEqualTo("WebFirewall \"edge\": scope is CLOUDFRONT, but the provider's region is eu-central-1;"
                        + " give the component a provider of us-east-1.");
    }

    @Test
    void returns_its_capacity_and_price() {
        var recording = Recording.of(context -> {
            var firewall = new WebFirewall("edge", WebFirewallArgs.builder().build());
            context.export("capacity", Output.of(firewall.capacity()));
            context.export("monthly", Output.of(firewall.monthlyDollars()));
            context.export("perMillion", Output.of(firewall.dollarsPerMillionRequests()));
        });

        assertThat(recording.outputs())
                .containsEntry("capacity", 1127)
                .containsEntry("monthly", 10)
                .containsEntry("perMillion", "0.60");
    }

    @Test
    void publishes_signals_for_blocked_counted_and_allowed_requests() {
        var signals = new AtomicReference<List<Signal>>();
        var recording = Recording.of(context -> {
            var firewall = new WebFirewall("edge", WebFirewallArgs.builder().build());
            signals.set(firewall.signals());
            context.export("region", firewall.signals().get(0).dimensions().get("Region"));
            context.export("webAcl", firewall.signals().get(0).dimensions().get("WebACL"));
        });

        assertThat(signals.get())
                .extracting(Signal::metric)
                .containsExactly("BlockedRequests", "CountedRequests", "AllowedRequests");
        assertThat(recording.outputs())
                .containsEntry("region", "eu-central-1")
                .containsEntry(
                        "webAcl",
                        map(recording.graph().resource(WEB_ACL, "edge").input("visibilityConfig"))
                                .get("metricName"));
    }

    @Test
    void only_adds_resources_when_a_rule_is_added() {
        var before = graph(WebFirewallArgs.builder().rateLimit("login", limit -> limit.path("/login")));
        var after = graph(WebFirewallArgs.builder()
                .rateLimit("login", limit -> limit.path("/login"))
                .group(ManagedRuleGroup.LINUX, FirewallMode.COUNT)
                .allowedAddresses("office", "203.0.113.0/24"));

        assertThat(rules(after)).containsAllEntriesOf(rules(before));
    }

    @Test
    void publishes_a_signal_for_each_rule_that_only_counts() {
        Recording.of(context -> assertThat(new WebFirewall(
                                "edge",
                                WebFirewallArgs.builder()
                                        .group(ManagedRuleGroup.LINUX, FirewallMode.COUNT)
                                        .build())
                        .signals())
                .extracting(Signal::name)
                .containsExactly("blocked-requests", "counted-requests", "allowed-requests", "linux-counted"));
    }

    @Test
    void deletes_an_old_association_before_it_creates_the_new_one() {
        assertThat(graph(WebFirewallArgs.builder().association("orders", STAGE))
                        .resource(ASSOCIATION, "edge-before-orders")
                        .options()
                        .deleteBeforeReplace())
                .isTrue();
    }

    @Test
    void deletes_an_old_log_destination_before_it_creates_the_new_one() {
        assertThat(graph(WebFirewallArgs.builder())
                        .resource(LOGGING, "edge-logging")
                        .options()
                        .deleteBeforeReplace())
                .isTrue();
    }

    @Test
    void reports_its_faults_together_with_those_of_the_load_balancer_behind_it() {
        var recording = Recording.failing(context -> {
            var firewall = new WebFirewall(
                    "edge", WebFirewallArgs.builder().maxCapacity(0).build());
            assertThat(firewall.signals()).isNotEmpty();
            assertThat(firewall.monthlyDollars()).isEqualTo(10);
            new ApplicationLoadBalancer(
                    "public",
                    ApplicationLoadBalancerArgs.builder().firewall(firewall).build());
        });

        assertThat(recording.failure())
                .contains(
                        "WebFirewall \"edge\": maxCapacity is 0",
                        "ApplicationLoadBalancer \"public\": network is missing");
        assertThat(recording.graph().all())
                .noneMatch(resource -> resource.type().startsWith("aws:"));
    }
}

package dev.ashlar.preflight.sandbox.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.preflight.sandbox.value.Values;
import dev.ashlar.preflight.testkit.Sandbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes, constraints and outputs of AWS WAF, certificates and DNS records. */
class EdgeTablesTest {

    private static final String WEB_ACL = "aws:wafv2/webAcl:WebAcl";
    private static final String IP_SET = "aws:wafv2/ipSet:IpSet";
    private static final String LOGGING = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";
    private static final String CERTIFICATE = "aws:acm/certificate:Certificate";
    private static final String RECORD = "aws:route53/record:Record";
    private static final Map<String, Object> METRICS =
            Map.of("cloudwatchMetricsEnabled", true, "metricName", "web", "sampledRequestsEnabled", false);

    @RegisterExtension
    static final Sandbox sandbox = Sandbox.in("eu-central-1");

    @Test
    void accepts_one_action_for_each_rule_and_an_override_only_for_rule_groups() {
        var countries = Map.of("geoMatchStatement", Map.of("countryCodes", List.of("DE")));
        var group = Map.of("ruleGroupReferenceStatement", Map.of("arn", "arn:aws:wafv2:eu-central-1:000000000000:x"));
        var both = Map.of("block", Map.of(), "count", Map.of());

        assertThat(failures(List.of(rule("action", both, countries))))
                .singleElement()
                .asString()
                .startsWith("rules[0].action: specify exactly one of allow, block");
        assertThat(failures(List.of(rule("overrideAction", Map.of("none", Map.of()), countries))))
                .singleElement()
                .asString()
                .startsWith("rules[0].overrideAction: is only for rule groups");
        assertThat(failures(List.of(rule("overrideAction", Map.of("none", Map.of()), group))))
                .isEmpty();
        assertThat(failures(List.of(rule("action", Map.of("block", Map.of()), group))))
                .singleElement()
                .asString()
                .startsWith("rules[0].overrideAction: is required where the statement is a rule group");
    }

    @Test
    void rejects_two_rules_with_the_same_priority() {
        var statement = Map.of("geoMatchStatement", Map.of("countryCodes", List.of("DE")));
        var rule = rule("action", Map.of("block", Map.of()), statement);

        assertThat(failures(List.of(rule, Changes.with(rule, "priority", 1)))).isEmpty();
        assertThat(failures(List.of(rule, Changes.with(rule, "name", "other"))))
                .containsExactly(
                        "rules[1].priority: must be unique; 0 is already used" + " (AWS WAF API Reference: Rule)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"web:orders", "web.orders", "web/orders"})
    void rejects_metric_names_that_the_provider_does_not_accept(String name) {
        var acl = Map.of(
                "scope",
                "REGIONAL",
                "defaultAction",
                Map.of("allow", Map.of()),
                "visibilityConfig",
                Changes.with(METRICS, "metricName", name));

        assertThat(sandbox.failures(WEB_ACL, acl))
                .singleElement()
                .asString()
                .startsWith("visibilityConfig.metricName: must be 1 to 128 letters");
    }

    @Test
    void rejects_addresses_of_another_ip_version_than_the_set() {
        assertThat(sandbox.failures(IP_SET, ipSet("IPV4", "10.0.0.0/8"))).isEmpty();
        assertThat(sandbox.failures(IP_SET, ipSet("IPV6", "2001:db8::/32"))).isEmpty();
        assertThat(sandbox.failures(IP_SET, ipSet("IPV4", "2001:db8::/32"))).hasSize(1);
        assertThat(sandbox.failures(IP_SET, ipSet("IPV6", "10.0.0.0/8"))).hasSize(1);
        assertThat(sandbox.failures(IP_SET, ipSet("IPV4", "0.0.0.0/0"))).hasSize(1);
    }

    @Test
    void requires_one_kind_for_each_redacted_field_and_log_condition() {
        var logging = Map.<String, Object>of(
                "resourceArn",
                "arn:aws:wafv2:eu-central-1:000000000000:regional/webacl/web/1",
                "logDestinationConfigs",
                List.of("arn:aws:logs:eu-central-1:000000000000:log-group:aws-waf-logs-web"),
                "redactedFields",
                List.of(Map.of("method", Map.of(), "queryString", Map.of())),
                "loggingFilter",
                Map.of(
                        "defaultBehavior",
                        "DROP",
                        "filters",
                        List.of(Map.of(
                                "behavior", "KEEP", "requirement", "MEETS_ANY", "conditions", List.of(Map.of())))));

        assertThat(sandbox.failures(LOGGING, logging))
                .hasSize(2)
                .anyMatch(failure -> failure.startsWith("redactedFields[0]: specify exactly one of method"))
                .anyMatch(failure ->
                        failure.startsWith("loggingFilter.filters[0].conditions[0]: specify exactly one of"));
    }

    @Test
    void limits_the_domain_name_of_a_certificate_and_requires_a_validation_method() {
        var longName = "a".repeat(53) + ".example.com";

        assertThat(sandbox.failures(CERTIFICATE, Map.of("domainName", longName, "validationMethod", "DNS")))
                .singleElement()
                .asString()
                .startsWith("domainName: must be at most 64 characters long");
        assertThat(sandbox.failures(
                        CERTIFICATE,
                        Map.of(
                                "domainName",
                                "example.com",
                                "subjectAlternativeNames",
                                List.of(longName),
                                "validationMethod",
                                "DNS")))
                .isEmpty();
        assertThat(sandbox.failures(CERTIFICATE, Map.of("domainName", "example.com")))
                .singleElement()
                .asString()
                .startsWith("specify exactly one of certificateAuthorityArn, validationMethod");
        assertThat(sandbox.failures(
                        CERTIFICATE,
                        Map.of("domainName", "example.com", "validationMethod", "DNS", "keyAlgorithm", "RSA_4096")))
                .singleElement()
                .asString()
                .startsWith("keyAlgorithm: must be one of \"RSA_2048\"");
        assertThat(sandbox.failures(CERTIFICATE, Map.of("privateKey", "k", "validationMethod", "DNS")))
                .anyMatch(failure -> failure.startsWith("specify all or none of certificateBody, privateKey"))
                .anyMatch(failure -> failure.startsWith("validationMethod: must not be set"));
    }

    @Test
    void an_imported_certificate_is_issued_immediately() {
        var imported = sandbox.create(CERTIFICATE, "c", Map.of("privateKey", "k", "certificateBody", "b"));

        assertThat(imported.output("status")).isEqualTo("ISSUED");
        assertThat(imported.output("type")).isEqualTo("IMPORTED");
    }

    @Test
    void validates_a_domain_and_its_wildcard_with_the_same_record() {
        var certificate = sandbox.create(
                CERTIFICATE,
                "c",
                Map.of(
                        "domainName", "example.com",
                        "subjectAlternativeNames", List.of("*.example.com"),
                        "validationMethod", "DNS"));

        assertThat(certificate.output("domainValidationOptions[1].domainName")).isEqualTo("*.example.com");
        assertThat(certificate.output("domainValidationOptions[1].resourceRecordName"))
                .isEqualTo(certificate.output("domainValidationOptions[0].resourceRecordName"));
        assertThat(certificate.output("domainValidationOptions[1].resourceRecordValue"))
                .isEqualTo(certificate.output("domainValidationOptions[0].resourceRecordValue"));
    }

    @Test
    void records_with_the_same_name_have_ids_with_their_set_identifier() {
        var one = sandbox.create(RECORD, "blue", weighted("blue"));
        var other = sandbox.create(RECORD, "green", weighted("green"));
        var simple = sandbox.create(RECORD, "only", record());

        assertThat(one.id()).isEqualTo("Z1_www.example.com_CNAME_blue").isNotEqualTo(other.id());
        assertThat(simple.id()).isEqualTo("Z1_www.example.com_CNAME");
        for (var id : List.of(one.id(), simple.id())) {
            var read = sandbox.read(RECORD, "www", id);
            assertThat(Values.plain(read.getProperties()))
                    .containsEntry("name", "www.example.com")
                    .containsEntry("type", "CNAME");
        }
    }

    @Test
    void requires_a_set_identifier_with_a_routing_policy_and_the_reverse() {
        assertThat(sandbox.failures(RECORD, weighted("blue"))).isEmpty();
        assertThat(sandbox.failures(RECORD, Changes.with(record(), "setIdentifier", "blue")))
                .singleElement()
                .asString()
                .startsWith("specify a routing policy with setIdentifier");
        assertThat(sandbox.failures(RECORD, Changes.with(record(), "multivalueAnswerRoutingPolicy", true)))
                .singleElement()
                .asString()
                .startsWith("setIdentifier: is required with a routing policy");
        assertThat(sandbox.failures(
                        RECORD,
                        Changes.with(weighted("blue"), "failoverRoutingPolicies", List.of(Map.of("type", "PRIMARY")))))
                .anyMatch(failure -> failure.startsWith("specify at most one of cidrRoutingPolicy"));
    }

    private List<String> failures(List<Map<String, Object>> rules) {
        return sandbox.failures(
                WEB_ACL,
                Map.of(
                        "scope",
                        "REGIONAL",
                        "defaultAction",
                        Map.of("allow", Map.of()),
                        "visibilityConfig",
                        METRICS,
                        "rules",
                        rules));
    }

    private static Map<String, Object> rule(String kind, Map<String, ?> action, Map<String, ?> statement) {
        return Map.of("name", "r", "priority", 0, "visibilityConfig", METRICS, "statement", statement, kind, action);
    }

    private static Map<String, Object> ipSet(String version, String address) {
        return Map.of("scope", "REGIONAL", "ipAddressVersion", version, "addresses", List.of(address));
    }

    private static Map<String, Object> record() {
        return Map.of(
                "zoneId",
                "Z1",
                "name",
                "www.example.com",
                "type",
                "CNAME",
                "ttl",
                60,
                "records",
                List.of("a.example.com"));
    }

    private static Map<String, Object> weighted(String identifier) {
        return Changes.with(
                Changes.with(record(), "setIdentifier", identifier),
                "weightedRoutingPolicies",
                List.of(Map.of("weight", 1)));
    }
}

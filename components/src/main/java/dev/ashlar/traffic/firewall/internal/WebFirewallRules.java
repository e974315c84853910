package dev.ashlar.traffic.firewall.internal;

import com.pulumi.aws.wafv2.inputs.WebAclRuleActionAllowArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleActionBlockArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleActionCountArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionCountArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionNoneArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementAndStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementByteMatchStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementByteMatchStatementFieldToMatchArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementByteMatchStatementFieldToMatchUriPathArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementByteMatchStatementTextTransformationArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementGeoMatchStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementIpSetReferenceStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementLabelMatchStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementNotStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleVisibilityConfigArgs;
import com.pulumi.core.Output;
import dev.ashlar.traffic.firewall.internal.FirewallRule.Addresses;
import dev.ashlar.traffic.firewall.internal.FirewallRule.Countries;
import dev.ashlar.traffic.firewall.internal.FirewallRule.Managed;
import dev.ashlar.traffic.firewall.internal.FirewallRule.OversizedBodies;
import dev.ashlar.traffic.firewall.internal.FirewallRule.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Converts the rules of a plan to the inputs of the web ACL. */
final class WebFirewallRules {

    // Label of the rule SizeRestrictions_BODY: AWS WAF Developer Guide, baseline rule groups.
    private static final String LARGE_BODY_LABEL = "awswaf:managed:aws:core-rule-set:SizeRestrictions_Body";

    /** Normalizes paths, so that {@code /files/../admin} does not match as a path below {@code /files/}. */
    static final String PATH_TRANSFORMATION = "NORMALIZE_PATH";

    private final BiFunction<String, Addresses, Output<String>> ipSets;

    /**
     * @param ipSets creates the IP set of a rule, by its name and addresses
     */
    WebFirewallRules(BiFunction<String, Addresses, Output<String>> ipSets) {
        this.ipSets = ipSets;
    }

    List<WebAclRuleArgs> of(WebFirewallPlan plan) {
        return plan.rules().stream().map(this::rule).toList();
    }

    private WebAclRuleArgs rule(FirewallRule rule) {
        var builder = WebAclRuleArgs.builder()
                .name(rule.name())
                .priority(rule.priority())
                .statement(statement(rule))
                .visibilityConfig(WebAclRuleVisibilityConfigArgs.builder()
                        .metricName(rule.name())
                        .cloudwatchMetricsEnabled(true)
                        .sampledRequestsEnabled(true)
                        .build());
        // The rules of a group have their own actions; a firewall can only override them.
        if (rule.statement() instanceof Managed) {
            builder.overrideAction(overrideAction(rule.effect()));
        } else {
            builder.action(action(rule.effect()));
        }
        return builder.build();
    }

    private static WebAclRuleActionArgs action(FirewallRule.Effect effect) {
        var builder = WebAclRuleActionArgs.builder();
        return switch (effect) {
            case ALLOW ->
                builder.allow(WebAclRuleActionAllowArgs.builder().build()).build();
            case BLOCK ->
                builder.block(WebAclRuleActionBlockArgs.builder().build()).build();
            case COUNT ->
                builder.count(WebAclRuleActionCountArgs.builder().build()).build();
        };
    }

    private static WebAclRuleOverrideActionArgs overrideAction(FirewallRule.Effect effect) {
        var builder = WebAclRuleOverrideActionArgs.builder();
        return effect == FirewallRule.Effect.COUNT
                ? builder.count(WebAclRuleOverrideActionCountArgs.builder().build())
                        .build()
                : builder.none(WebAclRuleOverrideActionNoneArgs.builder().build())
                        .build();
    }

    private WebAclRuleStatementArgs statement(FirewallRule rule) {
        var statement = rule.statement();
        var builder = WebAclRuleStatementArgs.builder();
        if (statement instanceof Addresses addresses) {
            builder.ipSetReferenceStatement(WebAclRuleStatementIpSetReferenceStatementArgs.builder()
                    .arn(ipSets.apply(rule.name(), addresses))
                    .build());
        } else if (statement instanceof Countries countries) {
            return countries(countries);
        } else if (statement instanceof Rate rate) {
            builder.rateBasedStatement(FirewallStatements.rate(rate));
        } else if (statement instanceof Managed managed) {
            builder.managedRuleGroupStatement(FirewallStatements.managed(managed));
        } else if (statement instanceof OversizedBodies bodies) {
            return oversized(bodies);
        }
        return builder.build();
    }

    private static WebAclRuleStatementArgs countries(Countries countries) {
        var named = WebAclRuleStatementArgs.builder()
                .geoMatchStatement(WebAclRuleStatementGeoMatchStatementArgs.builder()
                        .countryCodes(countries.codes())
                        .build())
                .build();
        return countries.others() ? not(named) : named;
    }

    // The provider allows three nested statements, so "not any of the paths" is written as "not this one" for each.
    private static WebAclRuleStatementArgs oversized(OversizedBodies bodies) {
        var statements = new ArrayList<WebAclRuleStatementArgs>();
        statements.add(WebAclRuleStatementArgs.builder()
                .labelMatchStatement(WebAclRuleStatementLabelMatchStatementArgs.builder()
                        .scope("LABEL")
                        .key(LARGE_BODY_LABEL)
                        .build())
                .build());
        bodies.uploadPaths().forEach(path -> statements.add(not(path(path))));
        return WebAclRuleStatementArgs.builder()
                .andStatement(WebAclRuleStatementAndStatementArgs.builder()
                        .statements(statements)
                        .build())
                .build();
    }

    private static WebAclRuleStatementArgs not(WebAclRuleStatementArgs statement) {
        return WebAclRuleStatementArgs.builder()
                .notStatement(WebAclRuleStatementNotStatementArgs.builder()
                        .statements(statement)
                        .build())
                .build();
    }

    private static WebAclRuleStatementArgs path(FirewallPath path) {
        return WebAclRuleStatementArgs.builder()
                .byteMatchStatement(WebAclRuleStatementByteMatchStatementArgs.builder()
                        .fieldToMatch(WebAclRuleStatementByteMatchStatementFieldToMatchArgs.builder()
                                .uriPath(WebAclRuleStatementByteMatchStatementFieldToMatchUriPathArgs.builder()
                                        .build())
                                .build())
                        .positionalConstraint(path.positionalConstraint())
                        .searchString(path.text())
                        .textTransformations(WebAclRuleStatementByteMatchStatementTextTransformationArgs.builder()
                                .priority(0)
                                .type(PATH_TRANSFORMATION)
                                .build())
                        .build())
                .build();
    }
}

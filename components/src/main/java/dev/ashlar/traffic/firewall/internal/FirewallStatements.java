package dev.ashlar.traffic.firewall.internal;

import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementManagedRuleGroupConfigArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementManagedRuleGroupConfigAwsManagedRulesBotControlRuleSetArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseBlockArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseCountArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementScopeDownStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementFieldToMatchArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementFieldToMatchUriPathArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementTextTransformationArgs;
import dev.ashlar.traffic.firewall.FirewallMode;
import dev.ashlar.traffic.firewall.ManagedRuleGroup;
import java.util.List;

/** Makes the statements of rate limits and managed groups. */
public final class FirewallStatements {

    private FirewallStatements() {}

    static WebAclRuleStatementRateBasedStatementArgs rate(FirewallRule.Rate rate) {
        var builder = WebAclRuleStatementRateBasedStatementArgs.builder()
                .aggregateKeyType("IP")
                .limit(rate.limit())
                .evaluationWindowSec(rate.windowSeconds());
        rate.path().ifPresent(path -> builder.scopeDownStatement(scope(path)));
        return builder.build();
    }

    private static WebAclRuleStatementRateBasedStatementScopeDownStatementArgs scope(FirewallPath path) {
        var uriPath =
                WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementFieldToMatchArgs.builder()
                        .uriPath(
                                WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementFieldToMatchUriPathArgs
                                        .builder()
                                        .build())
                        .build();
        var transformation =
                WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementTextTransformationArgs
                        .builder()
                        .priority(0)
                        .type(WebFirewallRules.PATH_TRANSFORMATION)
                        .build();
        return WebAclRuleStatementRateBasedStatementScopeDownStatementArgs.builder()
                .byteMatchStatement(
                        WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementArgs.builder()
                                .fieldToMatch(uriPath)
                                .positionalConstraint(path.positionalConstraint())
                                .searchString(path.text())
                                .textTransformations(transformation)
                                .build())
                .build();
    }

    static WebAclRuleStatementManagedRuleGroupStatementArgs managed(FirewallRule.Managed managed) {
        var builder = WebAclRuleStatementManagedRuleGroupStatementArgs.builder()
                .vendorName("AWS")
                .name(managed.group().wireName());
        managed.version().ifPresent(builder::version);
        if (!managed.overrides().isEmpty()) {
            builder.ruleActionOverrides(overrides(managed));
        }
        if (managed.group() == ManagedRuleGroup.BOT_CONTROL) {
            builder.managedRuleGroupConfigs(commonBotControl());
        }
        return builder.build();
    }

    private static List<WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs> overrides(
            FirewallRule.Managed managed) {
        return managed.overrides().entrySet().stream()
                .map(override -> WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs.builder()
                        .name(override.getKey())
                        .actionToUse(actionToUse(override.getValue()))
                        .build())
                .toList();
    }

    private static WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseArgs actionToUse(
            FirewallMode mode) {
        var builder = WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseArgs.builder();
        return mode == FirewallMode.COUNT
                ? builder.count(
                                WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseCountArgs
                                        .builder()
                                        .build())
                        .build()
                : builder.block(
                                WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseBlockArgs
                                        .builder()
                                        .build())
                        .build();
    }

    private static WebAclRuleStatementManagedRuleGroupStatementManagedRuleGroupConfigArgs commonBotControl() {
        return WebAclRuleStatementManagedRuleGroupStatementManagedRuleGroupConfigArgs.builder()
                .awsManagedRulesBotControlRuleSet(
                        WebAclRuleStatementManagedRuleGroupStatementManagedRuleGroupConfigAwsManagedRulesBotControlRuleSetArgs
                                .builder()
                                .inspectionLevel("COMMON")
                                // Only the more expensive level uses machine learning; the provider defaults to true
                                // and would then always show a change.
                                .enableMachineLearning(false)
                                .build())
                .build();
    }
}

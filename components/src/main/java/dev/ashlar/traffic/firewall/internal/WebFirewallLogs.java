package dev.ashlar.traffic.firewall.internal;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogResourcePolicy;
import com.pulumi.aws.cloudwatch.LogResourcePolicyArgs;
import com.pulumi.aws.wafv2.WebAclLoggingConfiguration;
import com.pulumi.aws.wafv2.WebAclLoggingConfigurationArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationLoggingFilterArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationLoggingFilterFilterArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationLoggingFilterFilterConditionActionConditionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationLoggingFilterFilterConditionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationRedactedFieldArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationRedactedFieldSingleHeaderArgs;
import com.pulumi.core.Output;
import dev.ashlar.identity.PolicyDocument;
import dev.ashlar.internal.aws.LogGroups;
import dev.ashlar.internal.aws.StackNames;
import dev.ashlar.internal.component.AwsEnvironment;
import dev.ashlar.internal.component.Children;
import dev.ashlar.traffic.firewall.WebFirewallArgs;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Logs the requests that a firewall blocked or counted, without values that identify a user.
 *
 * @see <a href="https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html">Sending web ACL traffic
 *     logs to a CloudWatch Logs log group</a>
 */
public final class WebFirewallLogs {

    // AWS WAF only writes to log groups whose names start so.
    private static final String PREFIX = "aws-waf-logs-";

    private final Children children;
    private final WebFirewallArgs args;
    private final Output<AwsEnvironment> environment;

    public WebFirewallLogs(Children children, WebFirewallArgs args, Output<AwsEnvironment> environment) {
        this.children = children;
        this.args = args;
        this.environment = environment;
    }

    public void write(Output<String> webAclArn) {
        var group = createGroup();
        var policy = permitDelivery(group);
        new WebAclLoggingConfiguration(
                children.name("logging"),
                WebAclLoggingConfigurationArgs.builder()
                        .resourceArn(webAclArn)
                        .logDestinationConfigs(group.arn().applyValue(List::of))
                        .redactedFields(redactedFields())
                        .loggingFilter(onlyWhatMatched())
                        .build(),
                // A new destination replaces it. The deletion of the old one only names the web ACL, so it would delete
                // the new one.
                children.options(options -> options.deleteBeforeReplace(true).dependsOn(policy)));
    }

    private LogGroup createGroup() {
        return LogGroups.create(children.scope("logs"), args.logRetention(), Output.of(physicalName()));
    }

    private String physicalName() {
        return PREFIX + StackNames.of(children.name());
    }

    private LogResourcePolicy permitDelivery(LogGroup group) {
        var document = PolicyDocument.builder()
                .statement(
                        "WriteFirewallLogs",
                        "Allow",
                        Map.of("Service", "delivery.logs.amazonaws.com"),
                        List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                        List.of(Output.format("%s:log-stream:*", group.arn())),
                        Map.of(
                                "StringEquals",
                                Map.of("aws:SourceAccount", environment.applyValue(AwsEnvironment::accountId)),
                                "ArnLike",
                                Map.of("aws:SourceArn", environment.applyValue(found -> found.arn("logs", "*")))))
                .build();
        return new LogResourcePolicy(
                children.name("logs"),
                LogResourcePolicyArgs.builder()
                        .policyName(physicalName())
                        .policyDocument(document)
                        .build(),
                children.options());
    }

    private List<WebAclLoggingConfigurationRedactedFieldArgs> redactedFields() {
        return new TreeSet<>(args.redactedHeaders())
                .stream()
                        .map(header -> WebAclLoggingConfigurationRedactedFieldArgs.builder()
                                .singleHeader(WebAclLoggingConfigurationRedactedFieldSingleHeaderArgs.builder()
                                        .name(header)
                                        .build())
                                .build())
                        .toList();
    }

    private static WebAclLoggingConfigurationLoggingFilterArgs onlyWhatMatched() {
        return WebAclLoggingConfigurationLoggingFilterArgs.builder()
                .defaultBehavior("DROP")
                .filters(WebAclLoggingConfigurationLoggingFilterFilterArgs.builder()
                        .behavior("KEEP")
                        .requirement("MEETS_ANY")
                        .conditions(action("BLOCK"), action("COUNT"))
                        .build())
                .build();
    }

    private static WebAclLoggingConfigurationLoggingFilterFilterConditionArgs action(String action) {
        return WebAclLoggingConfigurationLoggingFilterFilterConditionArgs.builder()
                .actionCondition(WebAclLoggingConfigurationLoggingFilterFilterConditionActionConditionArgs.builder()
                        .action(action)
                        .build())
                .build();
    }
}

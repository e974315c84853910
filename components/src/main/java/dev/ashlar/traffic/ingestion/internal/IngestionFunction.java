package dev.ashlar.traffic.ingestion.internal;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.lambda.EventSourceMapping;
import com.pulumi.aws.lambda.EventSourceMappingArgs;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.aws.lambda.inputs.EventSourceMappingScalingConfigArgs;
import com.pulumi.aws.lambda.inputs.FunctionEnvironmentArgs;
import com.pulumi.aws.lambda.inputs.FunctionLoggingConfigArgs;
import com.pulumi.aws.lambda.inputs.FunctionTracingConfigArgs;
import com.pulumi.aws.lambda.inputs.FunctionVpcConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.ashlar.core.CpuArchitecture;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.internal.aws.LogGroups;
import dev.ashlar.internal.aws.Outputs;
import dev.ashlar.internal.aws.PolicyJson;
import dev.ashlar.internal.aws.SecurityGroups;
import dev.ashlar.internal.aws.ServiceRole;
import dev.ashlar.internal.binding.BindingGrants;
import dev.ashlar.internal.component.Children;
import dev.ashlar.network.Network;
import dev.ashlar.traffic.ingestion.IngestionApiArgs;
import dev.ashlar.traffic.ingestion.QueueConsumption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Creates the function of an HTTP API: its log group, role, security group and event source mappings. */
public final class IngestionFunction {

    private final Children children;
    private final IngestionApiArgs args;
    private final FunctionPlan plan;

    public IngestionFunction(Children children, IngestionApiArgs args, FunctionPlan plan) {
        this.children = children;
        this.args = args;
        this.plan = plan;
    }

    public Function create() {
        var place = children.scope("function");
        var logGroup = LogGroups.create(place, args.logRetention());
        var role = ServiceRole.create(
                place,
                Output.of(PolicyJson.trusting("lambda.amazonaws.com")),
                "Runs the function of " + children.name());
        var permissions = permit(role, logGroup);
        var function = createFunction(place, logGroup, role, permissions);
        args.consumes().forEach(consumption -> consume(function, consumption));
        return function;
    }

    private List<Resource> permit(ServiceRole role, LogGroup logGroup) {
        var statements = new ArrayList<PolicyStatement>();
        statements.add(PolicyStatement.allow(
                logGroup.arn().applyValue(arn -> arn + ":*"), "logs:CreateLogStream", "logs:PutLogEvents"));
        statements.addAll(plan.secretStatements());
        if (args.tracing()) {
            // X-Ray does not support resource-level permissions for these actions.
            statements.add(PolicyStatement.allow(Output.of("*"), "xray:PutTraceSegments", "xray:PutTelemetryRecords"));
        }
        if (args.network() != null) {
            statements.addAll(networkStatements());
        }
        var permissions = new ArrayList<Resource>(
                BindingGrants.policies(children.name(), role.name(), plan.bindings(), children.options()));
        permissions.add(role.allow(children.scope("function"), statements));
        return permissions;
    }

    /**
     * Lambda manages the network interfaces with the role of the function. Every kind of resource must be named, or the
     * deletion of interfaces fails.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html">Giving Lambda functions
     *     access to resources in an Amazon VPC, required IAM permissions</a>
     */
    private List<PolicyStatement> networkStatements() {
        var everything = children.environment().applyValue(environment -> environment.arn("ec2", "*/*"));
        return List.of(
                PolicyStatement.allow(
                        everything,
                        "ec2:CreateNetworkInterface",
                        "ec2:DeleteNetworkInterface",
                        "ec2:AssignPrivateIpAddresses",
                        "ec2:UnassignPrivateIpAddresses"),
                PolicyStatement.allow(Output.of("*"), "ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"));
    }

    private Function createFunction(Children place, LogGroup logGroup, ServiceRole role, List<Resource> permissions) {
        var builder = FunctionArgs.builder()
                .packageType("Image")
                .imageUri(Objects.requireNonNull(args.image()).uri())
                .architectures(args.architecture() == CpuArchitecture.ARM64 ? "arm64" : "x86_64")
                .role(role.arn())
                .memorySize(args.memorySize())
                .timeout(seconds(args.timeout()))
                .loggingConfig(FunctionLoggingConfigArgs.builder()
                        .logFormat("JSON")
                        .logGroup(logGroup.name())
                        .build())
                .tracingConfig(FunctionTracingConfigArgs.builder()
                        .mode(args.tracing() ? "Active" : "PassThrough")
                        .build())
                .tags(place.tags());
        var reserved = args.reservedConcurrency();
        if (reserved != null) {
            builder.reservedConcurrentExecutions(reserved);
        }
        var environment = plan.environment();
        if (!environment.isEmpty()) {
            builder.environment(FunctionEnvironmentArgs.builder()
                    .variables(variables(environment))
                    .build());
        }
        var network = args.network();
        if (network != null) {
            network.placement().place(plan.networkNeeds(children.name(), network));
            builder.vpcConfig(FunctionVpcConfigArgs.builder()
                    .subnetIds(network.privateSubnetIds())
                    .securityGroupIds(securityGroup(network).id().applyValue(List::of))
                    .build());
        }
        return new Function(place.name(), builder.build(), place.options(options -> options.dependsOn(permissions)));
    }

    private static Output<Map<String, String>> variables(Map<String, Output<String>> environment) {
        return Outputs.map(environment).applyValue(variables -> variables);
    }

    private SecurityGroup securityGroup(Network network) {
        var name = children.name();
        var group = SecurityGroups.withoutRules(
                name, network.vpcId(), "Function of " + name, args.tags(), children.options());
        network.placement().allowHttpsEgress(name, group.id(), args.tags(), children.options());
        BindingGrants.securityGroupRules(name, group.id(), plan.bindings(), args.tags(), children.options());
        return group;
    }

    private void consume(Function function, QueueConsumption consumption) {
        var queue = consumption.queue();
        var place = children.scope("from", queue.label());
        var builder = EventSourceMappingArgs.builder()
                .eventSourceArn(queue.arn())
                .functionName(function.arn())
                .batchSize(consumption.batchSize())
                // Only the failed message returns to the queue, not its whole batch.
                .functionResponseTypes("ReportBatchItemFailures")
                .tags(place.tags());
        if (!consumption.maximumBatchingWindow().isZero()) {
            builder.maximumBatchingWindowInSeconds(seconds(consumption.maximumBatchingWindow()));
        }
        var most = consumption.maximumConcurrency();
        if (most != null) {
            builder.scalingConfig(EventSourceMappingScalingConfigArgs.builder()
                    .maximumConcurrency(most)
                    .build());
        }
        new EventSourceMapping(place.name(), builder.build(), place.options());
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(duration.toSeconds());
    }
}

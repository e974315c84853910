package dev.ashlar.traffic.ingestion.internal;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
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
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.ashlar.core.CpuArchitecture;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.identity.PolicyDocument;
import dev.ashlar.internal.aws.AwsEnvironment;
import dev.ashlar.internal.aws.SecurityGroups;
import dev.ashlar.internal.binding.BindingGrants;
import dev.ashlar.internal.check.LogRetention;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import dev.ashlar.network.Network;
import dev.ashlar.traffic.ingestion.IngestionApiArgs;
import dev.ashlar.traffic.ingestion.QueueConsumption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lays out the function behind an HTTP API: its logs, its role, its place in the network, and its queues. */
public final class IngestionFunction {

    private final String api;
    private final IngestionApiArgs args;
    private final FunctionPlan plan;
    private final Resource parent;
    private final CustomResourceOptions child;

    private IngestionFunction(String api, IngestionApiArgs args, Resource parent) {
        this.api = api;
        this.args = args;
        this.plan = FunctionPlan.of(args);
        this.parent = parent;
        this.child = CustomResourceOptions.builder().parent(parent).build();
    }

    public static Function create(String api, IngestionApiArgs args, Resource parent) {
        var layout = new IngestionFunction(api, args, parent);
        var logGroup = layout.logGroup();
        var role = layout.role();
        var permissions = layout.permit(role, logGroup);
        var function = layout.function(logGroup, role, permissions);
        args.consumes().forEach(consumption -> layout.consume(function, consumption));
        return function;
    }

    private LogGroup logGroup() {
        var name = Names.child(api, "function");
        return new LogGroup(
                name,
                LogGroupArgs.builder()
                        .retentionInDays(LogRetention.days(args.logRetention()))
                        .tags(Tags.named(name, args.tags()))
                        .build(),
                child);
    }

    private Role role() {
        var name = Names.child(api, "function");
        return new Role(
                name,
                RoleArgs.builder()
                        .assumeRolePolicy(PolicyDocument.trusting("lambda.amazonaws.com"))
                        .description("Runs the function of " + api)
                        .tags(Tags.named(name, args.tags()))
                        .build(),
                child);
    }

    private List<Resource> permit(Role role, LogGroup logGroup) {
        var statements = new ArrayList<PolicyStatement>();
        statements.add(PolicyStatement.allow(
                logGroup.arn().applyValue(arn -> arn + ":*"), "logs:CreateLogStream", "logs:PutLogEvents"));
        statements.addAll(plan.secretStatements());
        if (args.tracing()) {
            // X-Ray has no resources that a policy could name for these.
            statements.add(PolicyStatement.allow(Output.of("*"), "xray:PutTraceSegments", "xray:PutTelemetryRecords"));
        }
        if (args.network() != null) {
            statements.addAll(networkStatements());
        }
        var permissions = new ArrayList<Resource>(BindingGrants.policies(api, role.name(), plan.bindings(), child));
        permissions.add(new RolePolicy(
                Names.child(api, "function"),
                RolePolicyArgs.builder()
                        .role(role.name())
                        .policy(PolicyDocument.allowing(statements))
                        .build(),
                child));
        return permissions;
    }

    /**
     * Lambda manages the function's network interfaces with the function's role. Every kind of resource has to be
     * named, or the deletion of interfaces fails.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html">Giving Lambda functions
     *     access to resources in an Amazon VPC, required IAM permissions</a>
     */
    private List<PolicyStatement> networkStatements() {
        var everything = AwsEnvironment.of(
                        InvokeOptions.builder().parent(parent).build())
                .applyValue(place -> place.arn("ec2", "*/*"));
        return List.of(
                PolicyStatement.allow(
                        everything,
                        "ec2:CreateNetworkInterface",
                        "ec2:DeleteNetworkInterface",
                        "ec2:AssignPrivateIpAddresses",
                        "ec2:UnassignPrivateIpAddresses"),
                PolicyStatement.allow(Output.of("*"), "ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"));
    }

    private Function function(LogGroup logGroup, Role role, List<Resource> permissions) {
        var name = Names.child(api, "function");
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
                .tags(Tags.named(name, args.tags()));
        args.reservedConcurrency().ifPresent(builder::reservedConcurrentExecutions);
        var environment = plan.environment();
        if (!environment.isEmpty()) {
            builder.environment(FunctionEnvironmentArgs.builder()
                    .variables(resolved(environment))
                    .build());
        }
        var network = args.network();
        if (network != null) {
            network.placement().place(plan.networkNeeds(api, network));
            builder.vpcConfig(FunctionVpcConfigArgs.builder()
                    .subnetIds(network.privateSubnetIds())
                    .securityGroupIds(securityGroup(network).id().applyValue(List::of))
                    .build());
        }
        var options = CustomResourceOptions.builder()
                .parent(parent)
                .dependsOn(permissions)
                .build();
        return new Function(name, builder.build(), options);
    }

    private static Output<Map<String, String>> resolved(SortedMap<String, Output<String>> environment) {
        var variables = List.copyOf(environment.keySet());
        return Output.all(List.copyOf(environment.values())).applyValue(values -> {
            var all = new TreeMap<String, String>();
            for (int i = 0; i < variables.size(); i++) {
                all.put(variables.get(i), values.get(i));
            }
            return all;
        });
    }

    private SecurityGroup securityGroup(Network network) {
        var group = SecurityGroups.withoutRules(api, network.vpcId(), "Function of " + api, args.tags(), child);
        network.placement().allowHttpsEgress(api, group.id(), args.tags(), child);
        BindingGrants.securityGroupRules(api, group.id(), plan.bindings(), args.tags(), child);
        return group;
    }

    private void consume(Function function, QueueConsumption consumption) {
        var queue = consumption.queue();
        var name = Names.child(api, "from", queue.label());
        var builder = EventSourceMappingArgs.builder()
                .eventSourceArn(queue.arn())
                .functionName(function.arn())
                .batchSize(consumption.batchSize())
                // A message that fails comes back alone, not with its whole batch.
                .functionResponseTypes("ReportBatchItemFailures")
                .tags(Tags.named(name, args.tags()));
        if (!consumption.maximumBatchingWindow().isZero()) {
            builder.maximumBatchingWindowInSeconds(seconds(consumption.maximumBatchingWindow()));
        }
        consumption
                .maximumConcurrency()
                .ifPresent(most -> builder.scalingConfig(EventSourceMappingScalingConfigArgs.builder()
                        .maximumConcurrency(most)
                        .build()));
        new EventSourceMapping(name, builder.build(), child);
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(duration.toSeconds());
    }
}

package dev.ashlar.network.internal;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.ec2.FlowLog;
import com.pulumi.aws.ec2.FlowLogArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.inputs.FlowLogDestinationOptionsArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.identity.PolicyDocument;
import dev.ashlar.internal.check.LogRetention;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import dev.ashlar.network.VpcArgs;
import dev.ashlar.network.internal.plan.VpcPlan;
import java.util.List;

/** Records a network's traffic. */
public final class FlowLogs {

    private FlowLogs() {}

    public static void record(String networkName, Vpc vpc, Output<String> accountId, VpcArgs args, Resource parent) {
        var name = Names.child(networkName, "flow-logs");
        var child = CustomResourceOptions.builder().parent(parent).build();
        // AWS refuses two flow logs of one network to one destination, and every change but that of tags replaces one.
        var options = CustomResourceOptions.builder().parent(parent).deleteBeforeReplace(true);
        var flowLog = FlowLogArgs.builder()
                .vpcId(vpc.id())
                .trafficType(args.flowLogs().trafficType().name())
                .maxAggregationInterval(
                        Math.toIntExact(args.flowLogs().maxAggregationInterval().toSeconds()))
                .tags(Tags.named(name, args.tags()));
        var bucketArn = args.flowLogs().bucketArn();
        if (bucketArn == null) {
            options.dependsOn(deliverToLogs(name, flowLog, networkName, accountId, args, child));
        } else {
            deliverToBucket(flowLog, bucketArn);
        }
        new FlowLog(name, flowLog.build(), options.build());
    }

    private static void deliverToBucket(FlowLogArgs.Builder flowLog, Output<String> bucketArn) {
        flowLog.logDestinationType("s3")
                .logDestination(bucketArn)
                .destinationOptions(FlowLogDestinationOptionsArgs.builder()
                        .fileFormat("parquet")
                        .hiveCompatiblePartitions(true)
                        .perHourPartition(true)
                        .build());
    }

    /** Creates the log group and the role that writes to it; nothing can be written before what is returned exists. */
    private static Resource deliverToLogs(
            String name,
            FlowLogArgs.Builder flowLog,
            String networkName,
            Output<String> accountId,
            VpcArgs args,
            CustomResourceOptions child) {
        var tags = Tags.named(name, args.tags());
        var group = new LogGroup(
                name,
                LogGroupArgs.builder()
                        .retentionInDays(LogRetention.days(VpcPlan.flowLogRetention(args)))
                        .tags(tags)
                        .build(),
                child);
        var role = new Role(
                name,
                RoleArgs.builder()
                        .assumeRolePolicy(PolicyDocument.trusting("vpc-flow-logs.amazonaws.com", accountId))
                        .description("Writes the flow logs of " + networkName)
                        .tags(tags)
                        .build(),
                child);
        var policy = new RolePolicy(
                name,
                RolePolicyArgs.builder()
                        .role(role.id())
                        .policy(PolicyDocument.allowing(write(group.arn())))
                        .build(),
                child);
        flowLog.logDestinationType("cloud-watch-logs")
                .logDestination(group.arn())
                .iamRoleArn(role.arn());
        return policy;
    }

    /**
     * Only this log group's streams; the group exists, so the role need not create it.
     *
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html">IAM role for publishing flow
     *     logs to CloudWatch Logs</a>
     */
    private static PolicyStatement write(Output<String> groupArn) {
        return new PolicyStatement(
                List.of("logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"),
                List.of(groupArn.applyValue(arn -> arn + ":*")));
    }
}

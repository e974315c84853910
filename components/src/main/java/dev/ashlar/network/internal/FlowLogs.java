package dev.ashlar.network.internal;

import com.pulumi.aws.ec2.FlowLog;
import com.pulumi.aws.ec2.FlowLogArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.inputs.FlowLogDestinationOptionsArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.internal.aws.LogGroups;
import dev.ashlar.internal.aws.ServiceRole;
import dev.ashlar.internal.component.Children;
import dev.ashlar.network.VpcArgs;
import dev.ashlar.network.internal.plan.VpcPlan;
import java.util.ArrayList;
import java.util.List;

/** The flow logs of a network. */
final class FlowLogs {

    private FlowLogs() {}

    static void create(Children network, Vpc vpc, Output<String> accountId, VpcArgs args) {
        var place = network.scope("flow-logs");
        var flowLog = FlowLogArgs.builder()
                .vpcId(vpc.id())
                .trafficType(args.flowLogs().trafficType().name())
                .maxAggregationInterval(
                        Math.toIntExact(args.flowLogs().maxAggregationInterval().toSeconds()))
                .tags(place.tags());
        var dependencies = new ArrayList<Resource>();
        var bucketArn = args.flowLogs().bucketArn();
        if (bucketArn == null) {
            dependencies.add(deliverToLogs(place, flowLog, network.name(), accountId, args));
        } else {
            deliverToBucket(flowLog, bucketArn);
        }
        // AWS rejects two flow logs of one network to one destination, and every change but that of tags replaces one.
        var options = place.options(more -> more.deleteBeforeReplace(true).dependsOn(dependencies));
        new FlowLog(place.name(), flowLog.build(), options);
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

    /**
     * Creates the log group, and the role that writes to it. Returns the permission, which must exist before the first
     * record.
     */
    private static Resource deliverToLogs(
            Children place, FlowLogArgs.Builder flowLog, String networkName, Output<String> accountId, VpcArgs args) {
        var group = LogGroups.create(place, VpcPlan.flowLogRetention(args));
        var role = ServiceRole.create(
                place, "vpc-flow-logs.amazonaws.com", accountId, "Writes the flow logs of " + networkName);
        flowLog.logDestinationType("cloud-watch-logs")
                .logDestination(group.arn())
                .iamRoleArn(role.arn());
        return role.allow(place, write(group.arn()));
    }

    /**
     * Only the streams of this log group; the group exists, so the role does not have to create it.
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

package dev.ashlar.compute.internal.service;

import com.pulumi.aws.ecs.inputs.ServiceLoadBalancerArgs;
import com.pulumi.aws.lb.TargetGroup;
import com.pulumi.aws.lb.TargetGroupArgs;
import com.pulumi.aws.lb.inputs.TargetGroupHealthCheckArgs;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.internal.task.FargateTask;
import dev.ashlar.compute.internal.task.TaskContainers;
import dev.ashlar.internal.component.Children;
import dev.ashlar.traffic.loadbalancer.ServiceRoute;
import dev.ashlar.traffic.loadbalancer.internal.route.RouteRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A target group with the tasks of a service, its listener rule, and the rules between the two security groups. */
public final class TargetGroupAttachment {

    private final Children children;
    private final FargateServiceArgs args;
    private final ServiceRoute route;
    private final int port;
    private final TargetGroup targetGroup;
    private final List<Resource> prerequisites = new ArrayList<>();

    private TargetGroupAttachment(
            Children children, FargateServiceArgs args, ServiceRoute route, ServicePlan plan, FargateTask task) {
        this.children = children;
        this.args = args;
        this.route = route;
        this.port = Objects.requireNonNull(args.port());
        this.targetGroup = createTargetGroup(task.network().vpcId(), plan);
        prerequisites.add(
                RouteRule.forward(children.name(), route, targetGroup.arn(), args.tags(), children.options()));
        allowIngress(task.securityGroup().id());
    }

    /** Creates the target group and the rules of a service with a route; returns null for a worker. */
    public static @Nullable TargetGroupAttachment create(
            Children children, FargateServiceArgs args, ServicePlan plan, FargateTask task) {
        var route = args.route();
        return route == null ? null : new TargetGroupAttachment(children, args, route, plan, task);
    }

    /** The target group in CloudWatch's dimension {@code TargetGroup}. */
    public Output<String> targetGroupArnSuffix() {
        return targetGroup.arnSuffix();
    }

    /** How Application Auto Scaling names the requests of this target group. */
    Output<String> requestCountLabel() {
        return Output.format("%s/%s", route.loadBalancerArnSuffix(), targetGroup.arnSuffix());
    }

    /** What ECS registers tasks with. */
    ServiceLoadBalancerArgs target() {
        return ServiceLoadBalancerArgs.builder()
                .targetGroupArn(targetGroup.arn())
                .containerName(TaskContainers.APP)
                .containerPort(port)
                .build();
    }

    /** Returns the resources that ECS requires first: it rejects a target group that no load balancer uses. */
    List<Resource> prerequisites() {
        return List.copyOf(prerequisites);
    }

    // From the load balancer only, and to the container's port only.
    private void allowIngress(Output<String> securityGroupId) {
        var rule = children.scope("from", route.provider());
        prerequisites.add(new SecurityGroupIngressRule(
                rule.name(),
                SecurityGroupIngressRuleArgs.builder()
                        .securityGroupId(securityGroupId)
                        .referencedSecurityGroupId(route.loadBalancerSecurityGroupId())
                        .ipProtocol("tcp")
                        .fromPort(port)
                        .toPort(port)
                        .description("from " + route.provider())
                        .tags(rule.tags())
                        .build(),
                rule.options()));
        prerequisites.add(new SecurityGroupEgressRule(
                rule.name(),
                SecurityGroupEgressRuleArgs.builder()
                        .securityGroupId(route.loadBalancerSecurityGroupId())
                        .referencedSecurityGroupId(securityGroupId)
                        .ipProtocol("tcp")
                        .fromPort(port)
                        .toPort(port)
                        .description("to " + children.name())
                        .tags(rule.tags())
                        .build(),
                rule.options()));
    }

    private TargetGroup createTargetGroup(Output<String> vpcId, ServicePlan plan) {
        var check = args.healthCheck();
        return new TargetGroup(
                children.name(),
                TargetGroupArgs.builder()
                        .targetType("ip")
                        .protocol("HTTP")
                        .port(port)
                        .vpcId(vpcId)
                        .deregistrationDelay(plan.task().shutdown().deregistrationDelay())
                        .slowStart(seconds(args.slowStart()))
                        .loadBalancingAlgorithmType(
                                args.loadBalancingAlgorithm().wireName())
                        .healthCheck(TargetGroupHealthCheckArgs.builder()
                                .enabled(true)
                                .protocol("HTTP")
                                .port("traffic-port")
                                .path(check.path())
                                .matcher(check.matcher())
                                .interval(seconds(check.interval()))
                                .timeout(seconds(check.timeout()))
                                .healthyThreshold(check.healthyThreshold())
                                .unhealthyThreshold(check.unhealthyThreshold())
                                .build())
                        .tags(children.tags())
                        .build(),
                children.options());
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(duration.toSeconds());
    }
}

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
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.internal.task.TaskContainers;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import dev.ashlar.traffic.loadbalancer.ServiceRoute;
import dev.ashlar.traffic.loadbalancer.internal.route.RouteRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Brings a load balancer's traffic to a service: a target group, a listener rule, and the way between the two groups. */
public final class TargetGroupAttachment {

    private final String serviceName;
    private final FargateServiceArgs args;
    private final ServiceRoute route;
    private final int port;
    private final CustomResourceOptions child;
    private final TargetGroup targetGroup;
    private final List<Resource> entrances = new ArrayList<>();

    public TargetGroupAttachment(
            String serviceName,
            FargateServiceArgs args,
            ServiceRoute route,
            ServicePlan plan,
            Output<String> vpcId,
            CustomResourceOptions child) {
        this.serviceName = serviceName;
        this.args = args;
        this.route = route;
        this.port = args.port().orElseThrow();
        this.child = child;
        this.targetGroup = createTargetGroup(vpcId, plan);
        entrances.add(RouteRule.forward(serviceName, route, targetGroup.arn(), args.tags(), child));
    }

    /** The target group in CloudWatch's dimension {@code TargetGroup}. */
    Output<String> targetGroupArnSuffix() {
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

    /** What must stand before tasks are registered: ECS refuses a target group that no load balancer uses. */
    public List<Resource> entrances() {
        return List.copyOf(entrances);
    }

    /** Lets the load balancer reach the tasks, on their port only. */
    public void allowIngress(Output<String> securityGroupId) {
        var name = Names.child(serviceName, "from", route.provider());
        var tags = Tags.named(name, args.tags());
        entrances.add(new SecurityGroupIngressRule(
                name,
                SecurityGroupIngressRuleArgs.builder()
                        .securityGroupId(securityGroupId)
                        .referencedSecurityGroupId(route.loadBalancerSecurityGroupId())
                        .ipProtocol("tcp")
                        .fromPort(port)
                        .toPort(port)
                        .description("from " + route.provider())
                        .tags(tags)
                        .build(),
                child));
        entrances.add(new SecurityGroupEgressRule(
                name,
                SecurityGroupEgressRuleArgs.builder()
                        .securityGroupId(route.loadBalancerSecurityGroupId())
                        .referencedSecurityGroupId(securityGroupId)
                        .ipProtocol("tcp")
                        .fromPort(port)
                        .toPort(port)
                        .description("to " + serviceName)
                        .tags(tags)
                        .build(),
                child));
    }

    private TargetGroup createTargetGroup(Output<String> vpcId, ServicePlan plan) {
        var check = args.healthCheck();
        return new TargetGroup(
                serviceName,
                TargetGroupArgs.builder()
                        .targetType("ip")
                        .protocol("HTTP")
                        .port(port)
                        .vpcId(vpcId)
                        .deregistrationDelay(plan.shutdown().deregistrationDelay())
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
                        .tags(Tags.named(serviceName, args.tags()))
                        .build(),
                child);
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(duration.toSeconds());
    }
}

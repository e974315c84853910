package dev.ashlar.compute.internal.task;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ecs.TaskDefinition;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.ashlar.compute.Cluster;
import dev.ashlar.compute.TaskOptions;
import dev.ashlar.compute.TaskRunOptions;
import dev.ashlar.compute.internal.container.LateInputs;
import dev.ashlar.compute.internal.container.Shutdown;
import dev.ashlar.core.SecretReference;
import dev.ashlar.internal.aws.AwsEnvironment;
import dev.ashlar.internal.aws.SecurityGroups;
import dev.ashlar.internal.binding.BindingGrants;
import dev.ashlar.internal.binding.BindingPlan;
import dev.ashlar.internal.check.LogRetention;
import dev.ashlar.internal.component.Tags;
import dev.ashlar.network.Network;
import dev.ashlar.network.internal.NetworkNeeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What can be run on Fargate, whoever starts it: the task definition with its roles, its log group, and the security group
 * with the ways that its bindings need. All of it is named after the component that runs it.
 */
public final class FargateTask {

    /**
     * What a task is placed with. It resolves as one, because it goes into one property: the SDK collects what a property
     * depends on in a set that is not made for two outputs which resolve at the same moment on two threads.
     */
    private record Placement(List<String> subnetIds, List<String> securityGroupIds) {}

    private final String name;
    private final TaskOptions args;
    private final CustomResourceOptions child;
    private final Cluster cluster;
    private final Network network;
    private final BindingPlan bindings;
    private final List<SecretReference> secrets;
    private final LogGroup logGroup;
    private final SecurityGroup securityGroup;
    private final Output<Placement> placement;
    private final List<Resource> egressDependencies;
    private final TaskRoles roles;
    private final TaskDefinition definition;

    /**
     * Creates what can be run.
     *
     * @param args options without faults
     * @param needs what the task needs of its network
     * @param shutdown how it ends
     */
    public FargateTask(
            String name,
            TaskOptions args,
            NetworkNeeds needs,
            Shutdown shutdown,
            Output<AwsEnvironment> place,
            CustomResourceOptions child) {
        this(name, name, args, needs, shutdown, place, child);
    }

    private FargateTask(
            String name,
            String familySuffix,
            TaskOptions args,
            NetworkNeeds needs,
            Shutdown shutdown,
            Output<AwsEnvironment> place,
            CustomResourceOptions child) {
        this.name = name;
        this.args = args;
        this.child = child;
        this.cluster = Objects.requireNonNull(args.cluster());
        this.network = Objects.requireNonNull(args.network());
        this.bindings = BindingPlan.of(args.uses());
        network.placement().place(needs);
        this.logGroup = createLogGroup();
        var containers = TaskContainers.of(name, args, bindings, shutdown, logGroup.name());
        this.secrets = containers.secrets();
        this.securityGroup = SecurityGroups.withoutRules(name, network.vpcId(), "Tasks of " + name, args.tags(), child);
        this.placement = Output.tuple(LateInputs.subnets(name, network), securityGroup.id())
                .applyValue(both -> new Placement(both.t1, List.of(both.t2)));
        this.egressDependencies = allowEgress();
        this.roles = createRoles(place, containers);
        this.definition = TaskDefinitionResource.create(
                name,
                familySuffix,
                args,
                containers,
                roles,
                containers.json(place.applyValue(AwsEnvironment::region)),
                child);
    }

    /**
     * Creates what runs to its end.
     *
     * @param kind tells its history from that of a service of the same name, which must not count as its runs, nor be run by
     *     whoever may run it
     */
    public static FargateTask running(
            String kind,
            String name,
            TaskRunOptions args,
            NetworkNeeds needs,
            Output<AwsEnvironment> place,
            CustomResourceOptions child) {
        return new FargateTask(
                name,
                // No name has an underscore.
                "%s_%s".formatted(name, kind),
                args,
                needs,
                Shutdown.within(Math.toIntExact(args.stopTimeout().toSeconds())),
                place,
                child);
    }

    public Cluster cluster() {
        return cluster;
    }

    public Network network() {
        return network;
    }

    /** Where it runs. */
    public Output<List<String>> subnetIds() {
        return placement.applyValue(Placement::subnetIds);
    }

    public Output<List<String>> securityGroupIds() {
        return placement.applyValue(Placement::securityGroupIds);
    }

    public BindingPlan bindings() {
        return bindings;
    }

    /** What its containers read when a task starts. */
    public List<SecretReference> secrets() {
        return secrets;
    }

    public LogGroup logGroup() {
        return logGroup;
    }

    public SecurityGroup securityGroup() {
        return securityGroup;
    }

    public TaskRoles roles() {
        return roles;
    }

    public TaskDefinition definition() {
        return definition;
    }

    /** What must stand before a task starts, since a task that starts without its ways and permissions fails. */
    public List<Resource> prerequisites() {
        var all = new ArrayList<>(network.placement().egressDependencies());
        all.addAll(egressDependencies);
        all.addAll(roles.policies());
        return all;
    }

    private LogGroup createLogGroup() {
        return new LogGroup(
                name,
                LogGroupArgs.builder()
                        .retentionInDays(LogRetention.days(args.logRetention()))
                        .tags(Tags.named(name, args.tags()))
                        .build(),
                child);
    }

    private List<Resource> allowEgress() {
        var ways = new ArrayList<Resource>();
        ways.addAll(network.placement().allowHttpsEgress(name, securityGroup.id(), args.tags(), child));
        ways.addAll(BindingGrants.securityGroupRules(name, securityGroup.id(), bindings, args.tags(), child));
        return List.copyOf(ways);
    }

    private TaskRoles createRoles(Output<AwsEnvironment> place, TaskContainers containers) {
        var created = new TaskRoles(name, place.applyValue(AwsEnvironment::accountId), args.tags(), child);
        created.permitStart(logGroup.arn(), containers);
        created.permitUses(bindings);
        if (args.openTelemetry() != null) {
            created.permitTelemetry(logGroup.arn());
        }
        if (args.enableExecuteCommand()) {
            created.permitExecuteCommand();
        }
        return created;
    }
}

package dev.ashlar.compute.internal.task;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ecs.TaskDefinition;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.ashlar.compute.Cluster;
import dev.ashlar.compute.TaskOptions;
import dev.ashlar.compute.internal.container.LateInputs;
import dev.ashlar.core.SecretReference;
import dev.ashlar.internal.aws.LogGroups;
import dev.ashlar.internal.aws.SecurityGroups;
import dev.ashlar.internal.binding.BindingGrants;
import dev.ashlar.internal.component.AwsEnvironment;
import dev.ashlar.internal.component.Children;
import dev.ashlar.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A task that Fargate can run: the task definition with its roles, its log group, and the security group with the rules
 * of its bindings. All of it is named after the component that runs it.
 */
public final class FargateTask {

    /**
     * Where a task is placed. Resolved as one Output: the SDK's dependency set is not thread-safe when two Outputs of
     * one property resolve concurrently.
     */
    private record Placement(List<String> subnetIds, List<String> securityGroupIds) {}

    private final TaskPlan plan;
    private final List<SecretReference> secrets;
    private final LogGroup logGroup;
    private final SecurityGroup securityGroup;
    private final Output<Placement> placement;
    private final List<Resource> egressRules;
    private final TaskRoles roles;
    private final TaskDefinition definition;

    /**
     * Creates the resources of a task.
     *
     * @param args options without faults
     */
    public FargateTask(Children children, TaskOptions args, TaskPlan plan, Output<AwsEnvironment> environment) {
        this.plan = plan;
        plan.network().placement().place(plan.needs());
        this.logGroup = LogGroups.create(children, args.logRetention());
        var containers = TaskContainers.of(children.name(), args, plan, logGroup.name());
        this.secrets = containers.secrets();
        this.securityGroup = createSecurityGroup(children, args.tags());
        this.placement = Output.tuple(LateInputs.subnets(plan.subject(), plan.network()), securityGroup.id())
                .applyValue(both -> new Placement(both.t1, List.of(both.t2)));
        this.egressRules = allowEgress(children, args.tags());
        this.roles = createRoles(children, args, containers, environment.applyValue(AwsEnvironment::accountId));
        this.definition = TaskDefinitionResource.create(
                children, args, plan.familySuffix(), containers, roles, environment.applyValue(AwsEnvironment::region));
    }

    /** Returns the cluster that the task runs on. */
    public Cluster cluster() {
        return plan.cluster();
    }

    /** Returns the network that the task runs in. */
    public Network network() {
        return plan.network();
    }

    /** Returns the subnets that the task runs in. */
    public Output<List<String>> subnetIds() {
        return placement.applyValue(Placement::subnetIds);
    }

    /** Returns the security groups of the task. */
    public Output<List<String>> securityGroupIds() {
        return placement.applyValue(Placement::securityGroupIds);
    }

    /** Returns the secrets that ECS reads when a task starts. */
    public List<SecretReference> secrets() {
        return secrets;
    }

    /** Returns the log group of all containers. */
    public LogGroup logGroup() {
        return logGroup;
    }

    /** Returns the security group of the task. */
    public SecurityGroup securityGroup() {
        return securityGroup;
    }

    /** Returns the roles of the task. */
    public TaskRoles roles() {
        return roles;
    }

    /** Returns the task definition. */
    public TaskDefinition definition() {
        return definition;
    }

    /** Returns the routes, rules and policies without which a task that starts would fail. */
    public List<Resource> prerequisites() {
        var all = new ArrayList<>(network().placement().egressDependencies());
        all.addAll(egressRules);
        all.addAll(roles.policies());
        return all;
    }

    private SecurityGroup createSecurityGroup(Children children, Map<String, String> tags) {
        return SecurityGroups.withoutRules(
                children.name(), network().vpcId(), "Tasks of " + children.name(), tags, children.options());
    }

    private List<Resource> allowEgress(Children children, Map<String, String> tags) {
        var name = children.name();
        var rules = new ArrayList<Resource>();
        rules.addAll(network().placement().allowHttpsEgress(name, securityGroup.id(), tags, children.options()));
        rules.addAll(
                BindingGrants.securityGroupRules(name, securityGroup.id(), plan.bindings(), tags, children.options()));
        return List.copyOf(rules);
    }

    private TaskRoles createRoles(
            Children children, TaskOptions args, TaskContainers containers, Output<String> accountId) {
        var created = new TaskRoles(children, accountId);
        created.allowStart(logGroup.arn(), containers);
        created.allowBindings(plan.bindings());
        if (args.openTelemetry() != null) {
            created.allowTelemetry(logGroup.arn());
        }
        if (args.enableExecuteCommand()) {
            created.allowExecuteCommand();
        }
        return created;
    }
}

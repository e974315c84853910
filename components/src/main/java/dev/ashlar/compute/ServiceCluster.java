package dev.ashlar.compute;

import com.pulumi.aws.ecs.ClusterArgs;
import com.pulumi.aws.ecs.ClusterCapacityProviders;
import com.pulumi.aws.ecs.ClusterCapacityProvidersArgs;
import com.pulumi.aws.ecs.inputs.ClusterServiceConnectDefaultsArgs;
import com.pulumi.aws.ecs.inputs.ClusterSettingArgs;
import com.pulumi.aws.servicediscovery.HttpNamespace;
import com.pulumi.aws.servicediscovery.HttpNamespaceArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.ashlar.core.Ashlar;
import dev.ashlar.core.Component;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.KnownArn;
import dev.ashlar.internal.component.Children;
import dev.ashlar.internal.component.Created;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An ECS cluster for Fargate services: the cluster and its two capacity providers, {@code FARGATE} and
 * {@code FARGATE_SPOT}, and if asked for the namespace in which its services find each other.
 *
 * <p>Costs nothing by itself; Container Insights are billed by the metrics that its services produce. It holds no data;
 * nothing here replaces it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html">Amazon ECS
 *     clusters for Fargate</a>
 */
public final class ServiceCluster extends Component implements Cluster {

    private static final String TYPE = "ashlar:compute:ServiceCluster";

    private final ServiceClusterArgs args;
    private final Created<Resources> created;

    private record Resources(
            Output<String> arn,
            Output<String> name,
            @Nullable HttpNamespace namespace) {}

    /**
     * Creates a cluster.
     *
     * @throws dev.ashlar.core.InvalidArgsException with every fault of the name and the options
     */
    public ServiceCluster(String name, ServiceClusterArgs args) {
        this(name, args, null);
    }

    /**
     * Creates a cluster.
     *
     * @throws dev.ashlar.core.InvalidArgsException with every fault of the name and the options
     */
    public ServiceCluster(String name, ServiceClusterArgs args, @Nullable ComponentResourceOptions options) {
        super(TYPE, name, options, check(name, args));
        this.args = args;
        this.created = create(() -> {
            var children = children(args.tags());
            var namespace = args.serviceConnect() ? createNamespace(children) : null;
            var cluster = createCluster(children, namespace);
            var capacityProviders = attachCapacityProviders(children, cluster);
            return new Resources(
                    usableWith(capacityProviders, cluster.arn()),
                    usableWith(capacityProviders, cluster.name()),
                    namespace);
        });
        registerOutputs(Map.of("arn", arn(), "name", name()));
    }

    /** The faults of a name and options, without creating anything. */
    public static Violations check(String name, ServiceClusterArgs args) {
        var violations = Violations.of("ServiceCluster", name);
        Names.check(name, violations);
        Tags.check(args.tags(), violations);
        return violations;
    }

    /**
     * Returns a cluster that exists already. Creates nothing.
     *
     * @param name the name that messages use
     * @throws dev.ashlar.core.InvalidArgsException if the ARN is missing
     */
    public static Cluster fromExisting(String name, ExistingClusterArgs args) {
        var violations = Violations.of("ServiceCluster.fromExisting", name);
        violations.require("arn", args.arn(), "services run on the cluster of this ARN", "give the cluster's ARN");
        Ashlar.check(violations);
        var arn = args.arn() == null
                ? Created.<Output<String>>nothing().output(none -> none)
                : new KnownArn(violations.subject()).of("arn", args.arn(), "ecs");
        return new ExistingCluster(
                arn,
                arn.applyValue(known -> known.substring(known.lastIndexOf('/') + 1)),
                args.containerInsights(),
                args.serviceConnectNamespaceArn());
    }

    @Override
    public Output<String> arn() {
        return created.output(Resources::arn);
    }

    @Override
    public Output<String> name() {
        return created.output(Resources::name);
    }

    @Override
    public ContainerInsights containerInsights() {
        return args.containerInsights();
    }

    @Override
    public @Nullable Output<String> serviceConnectNamespaceArn() {
        return args.serviceConnect()
                ? created.output(resources ->
                        Objects.requireNonNull(resources.namespace()).arn())
                : null;
    }

    private static HttpNamespace createNamespace(Children children) {
        return new HttpNamespace(
                children.name(),
                HttpNamespaceArgs.builder().tags(children.tags()).build(),
                children.options());
    }

    private com.pulumi.aws.ecs.Cluster createCluster(Children children, @Nullable HttpNamespace namespace) {
        var properties = ClusterArgs.builder()
                .settings(ClusterSettingArgs.builder()
                        .name("containerInsights")
                        .value(args.containerInsights().wireName())
                        .build())
                .tags(children.tags());
        if (namespace != null) {
            properties.serviceConnectDefaults(ClusterServiceConnectDefaultsArgs.builder()
                    .namespace(namespace.arn())
                    .build());
        }
        return new com.pulumi.aws.ecs.Cluster(children.name(), properties.build(), children.options());
    }

    private static ClusterCapacityProviders attachCapacityProviders(
            Children children, com.pulumi.aws.ecs.Cluster cluster) {
        return new ClusterCapacityProviders(
                children.name(),
                ClusterCapacityProvidersArgs.builder()
                        .clusterName(cluster.name())
                        .capacityProviders("FARGATE", "FARGATE_SPOT")
                        .build(),
                children.options());
    }

    // A service cannot start before the capacity providers are attached, and they cannot be detached before the service
    // is
    // deleted. So every user of the cluster's name or ARN depends on both.
    private static Output<String> usableWith(ClusterCapacityProviders providers, Output<String> value) {
        return providers.id().apply(attached -> value);
    }

    private record ExistingCluster(
            Output<String> arn,
            Output<String> name,
            ContainerInsights containerInsights,
            @Nullable Output<String> serviceConnectNamespaceArn)
            implements Cluster {}
}

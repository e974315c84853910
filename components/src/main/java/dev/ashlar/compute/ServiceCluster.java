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
import dev.ashlar.core.Component;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.KnownArn;
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
            var namespace = args.serviceConnect() ? createNamespace(name, args) : null;
            var cluster = createCluster(name, args, namespace);
            var capacityProviders = attachCapacityProviders(name, cluster);
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
     * A cluster that exists already, without Container Insights. It must have the capacity provider {@code FARGATE}, and
     * {@code FARGATE_SPOT} for services that tolerate interruption.
     */
    public static Cluster fromExisting(Output<String> name, Output<String> arn) {
        return fromExisting(name, arn, ContainerInsights.DISABLED);
    }

    /** A cluster that exists already, with the given Container Insights. */
    public static Cluster fromExisting(Output<String> name, Output<String> arn, ContainerInsights containerInsights) {
        return new ExistingCluster(name, known(arn), containerInsights, null);
    }

    /** A cluster that exists already, with the given Container Insights and a namespace for Service Connect. */
    public static Cluster fromExisting(
            Output<String> name,
            Output<String> arn,
            ContainerInsights containerInsights,
            Output<String> serviceConnectNamespaceArn) {
        return new ExistingCluster(name, known(arn), containerInsights, serviceConnectNamespaceArn);
    }

    private static Output<String> known(Output<String> arn) {
        return new KnownArn("ServiceCluster.fromExisting").of("arn", arn, "ecs");
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

    private HttpNamespace createNamespace(String name, ServiceClusterArgs args) {
        return new HttpNamespace(
                name,
                HttpNamespaceArgs.builder().tags(Tags.named(name, args.tags())).build(),
                child());
    }

    private com.pulumi.aws.ecs.Cluster createCluster(
            String name, ServiceClusterArgs args, @Nullable HttpNamespace namespace) {
        var properties = ClusterArgs.builder()
                .settings(ClusterSettingArgs.builder()
                        .name("containerInsights")
                        .value(args.containerInsights().wireName())
                        .build())
                .tags(Tags.named(name, args.tags()));
        if (namespace != null) {
            properties.serviceConnectDefaults(ClusterServiceConnectDefaultsArgs.builder()
                    .namespace(namespace.arn())
                    .build());
        }
        return new com.pulumi.aws.ecs.Cluster(name, properties.build(), child());
    }

    private ClusterCapacityProviders attachCapacityProviders(String name, com.pulumi.aws.ecs.Cluster cluster) {
        return new ClusterCapacityProviders(
                name,
                ClusterCapacityProvidersArgs.builder()
                        .clusterName(cluster.name())
                        .capacityProviders("FARGATE", "FARGATE_SPOT")
                        .build(),
                child());
    }

    // A service fails to start before the capacity providers are attached, and they cannot be
    // detached before the
    // service is gone; whoever uses the cluster's name or ARN thus depends on both.
    private static Output<String> usableWith(ClusterCapacityProviders providers, Output<String> value) {
        return providers.id().apply(attached -> value);
    }

    private record ExistingCluster(
            Output<String> name,
            Output<String> arn,
            ContainerInsights containerInsights,
            @Nullable Output<String> serviceConnectNamespaceArn)
            implements Cluster {}
}

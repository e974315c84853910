package dev.ashlar.compute;

import dev.ashlar.internal.component.ArgsStyle;
import java.util.Map;
import org.immutables.value.Value;

/** The options of a {@link ServiceCluster}. */
@Value.Immutable
@ArgsStyle
public abstract class ServiceClusterArgs {

    /** How closely CloudWatch watches the containers. Default: {@link ContainerInsights#ENHANCED}. */
    @Value.Default
    public ContainerInsights containerInsights() {
        return ContainerInsights.ENHANCED;
    }

    /**
     * Whether the cluster has a namespace of its own in which its services find each other with Service Connect. Default:
     * false.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect.html">Use Service Connect to
     *     connect Amazon ECS services with short names</a>
     */
    @Value.Default
    public boolean serviceConnect() {
        return false;
    }

    /** Tags of the cluster. */
    public abstract Map<String, String> tags();

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ServiceClusterArgs}. */
    public static final class Builder extends ImmutableServiceClusterArgs.Builder {
        Builder() {}
    }
}

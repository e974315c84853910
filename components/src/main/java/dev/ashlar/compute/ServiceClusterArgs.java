package dev.ashlar.compute;

import dev.ashlar.core.ArgsStyle;
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

    /** Tags of the cluster. */
    public abstract Map<String, String> tags();

    /** Starts the options. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ServiceClusterArgs}. */
    public static final class Builder extends ImmutableServiceClusterArgs.Builder {
        Builder() {}
    }
}

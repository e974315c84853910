package dev.ashlar.compute;

import com.pulumi.core.Output;
import dev.ashlar.internal.component.ArgsStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Describes a cluster that exists already. It must have the capacity provider {@code FARGATE}, and {@code FARGATE_SPOT} for
 * services that tolerate interruption.
 */
@Value.Immutable
@ArgsStyle
public abstract class ExistingClusterArgs {

    /** The ARN of the cluster. Required. */
    public abstract @Nullable Output<String> arn();

    /** The level of Container Insights that the cluster has. Default: {@link ContainerInsights#DISABLED}. */
    @Value.Default
    public ContainerInsights containerInsights() {
        return ContainerInsights.DISABLED;
    }

    /** The ARN of the Cloud Map namespace that services use for Service Connect. Default: none. */
    public abstract @Nullable Output<String> serviceConnectNamespaceArn();

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ExistingClusterArgs}. */
    public static final class Builder extends ImmutableExistingClusterArgs.Builder {
        Builder() {}

        /** Sets the ARN of the cluster. */
        public Builder arn(String arn) {
            return arn(Output.of(arn));
        }

        /** Sets the ARN of the namespace for Service Connect. */
        public Builder serviceConnectNamespaceArn(String arn) {
            return serviceConnectNamespaceArn(Output.of(arn));
        }
    }
}

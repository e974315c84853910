package dev.ashlar.data.aurora;

import com.pulumi.core.Output;
import dev.ashlar.internal.component.ArgsStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an Aurora cluster that exists already, made by hand, by another stack or by another library, so that
 * services can be bound to it. IAM authentication must be on in that cluster.
 */
@Value.Immutable
@ArgsStyle
public abstract class ExistingDatabaseArgs {

    /** The engine, which tells the port. Default: PostgreSQL. */
    @Value.Default
    public AuroraEngine engine() {
        return AuroraEngine.POSTGRESQL;
    }

    /** The TCP port, 1 to 65535. Default: the engine's. */
    @Value.Default
    public int port() {
        return engine().port();
    }

    /** The host of the writer. Required. */
    public abstract @Nullable Output<String> endpoint();

    /** The host of the readers. Default: the writer's. */
    public abstract @Nullable Output<String> readerEndpoint();

    /** The database in the cluster. Required. */
    public abstract @Nullable Output<String> databaseName();

    /** The security group that guards the cluster. Required. */
    public abstract @Nullable Output<String> securityGroupId();

    /** The ARN of the cluster. Required. */
    public abstract @Nullable Output<String> clusterArn();

    /**
     * The cluster's {@code DbClusterResourceId}, which starts with {@code cluster-}; or that of the RDS Proxy whose endpoints
     * and security group the other facts name, which starts with {@code prx-}. Required.
     */
    public abstract @Nullable Output<String> clusterResourceId();

    /** The secret that holds the master user's {@code username} and {@code password}. Default: none, no master connection. */
    public abstract @Nullable Output<String> masterUserSecretArn();

    /** The customer managed key that encrypts that secret. Default: none, AWS's own key. */
    public abstract @Nullable Output<String> kmsKeyArn();

    /** Returns a builder that starts with these facts. */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ExistingDatabaseArgs}. */
    public static final class Builder extends ImmutableExistingDatabaseArgs.Builder {
        Builder() {}

        /** The host of the writer. */
        public Builder endpoint(String host) {
            return endpoint(Output.of(host));
        }

        /** The host of the readers. */
        public Builder readerEndpoint(String host) {
            return readerEndpoint(Output.of(host));
        }

        /** The database in the cluster. */
        public Builder databaseName(String name) {
            return databaseName(Output.of(name));
        }

        /** The security group that guards the cluster. */
        public Builder securityGroupId(String id) {
            return securityGroupId(Output.of(id));
        }

        /** The ARN of the cluster. */
        public Builder clusterArn(String arn) {
            return clusterArn(Output.of(arn));
        }

        /** The cluster's {@code DbClusterResourceId}. */
        public Builder clusterResourceId(String id) {
            return clusterResourceId(Output.of(id));
        }

        /** The secret that holds the master user's name and password. */
        public Builder masterUserSecretArn(String arn) {
            return masterUserSecretArn(Output.of(arn));
        }

        /** The customer managed key that encrypts that secret. */
        public Builder kmsKeyArn(String arn) {
            return kmsKeyArn(Output.of(arn));
        }
    }
}

package dev.ashlar.data.aurora;

import com.pulumi.core.Output;
import dev.ashlar.internal.component.ArgsStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The facts about an Aurora cluster that exists already, created by hand, by another stack or by another library, so
 * that services can be bound to it. The cluster must have IAM authentication enabled.
 */
@Value.Immutable
@ArgsStyle
public abstract class ExistingDatabaseArgs {

    /** The engine, which determines the default port. Default: {@link AuroraEngine#POSTGRESQL}. */
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

    /** The name of the database in the cluster. Required. */
    public abstract @Nullable Output<String> databaseName();

    /** The id of the cluster's security group. Required. */
    public abstract @Nullable Output<String> securityGroupId();

    /** The ARN of the cluster. Required. */
    public abstract @Nullable Output<String> clusterArn();

    /**
     * The cluster's {@code DbClusterResourceId}, which starts with {@code cluster-}; or that of an RDS Proxy, which
     * starts with {@code prx-}, if the endpoints and the security group are the proxy's. Required.
     */
    public abstract @Nullable Output<String> clusterResourceId();

    /**
     * The ARN of the secret with the master user's {@code username} and {@code password}. Default: none, and no master
     * connection.
     */
    public abstract @Nullable Output<String> masterUserSecretArn();

    /** The ARN of the customer managed key that encrypts that secret. Default: none, AWS's own key. */
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

        /** Sets the host of the writer. */
        public Builder endpoint(String host) {
            return endpoint(Output.of(host));
        }

        /** Sets the host of the readers. */
        public Builder readerEndpoint(String host) {
            return readerEndpoint(Output.of(host));
        }

        /** Sets the name of the database in the cluster. */
        public Builder databaseName(String name) {
            return databaseName(Output.of(name));
        }

        /** Sets the id of the cluster's security group. */
        public Builder securityGroupId(String id) {
            return securityGroupId(Output.of(id));
        }

        /** Sets the ARN of the cluster. */
        public Builder clusterArn(String arn) {
            return clusterArn(Output.of(arn));
        }

        /** Sets the cluster's {@code DbClusterResourceId}. */
        public Builder clusterResourceId(String id) {
            return clusterResourceId(Output.of(id));
        }

        /** Sets the ARN of the secret with the master user's name and password. */
        public Builder masterUserSecretArn(String arn) {
            return masterUserSecretArn(Output.of(arn));
        }

        /** Sets the ARN of the customer managed key that encrypts that secret. */
        public Builder kmsKeyArn(String arn) {
            return kmsKeyArn(Output.of(arn));
        }
    }
}

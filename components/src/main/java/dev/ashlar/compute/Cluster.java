package dev.ashlar.compute;

import com.pulumi.core.Output;
import org.jspecify.annotations.Nullable;

/** An ECS cluster for services and tasks: a {@link ServiceCluster}, or one that exists already. */
public interface Cluster {

    /** Returns the ARN of the cluster. */
    Output<String> arn();

    /** Returns the name of the cluster, which CloudWatch and Application Auto Scaling use. */
    Output<String> name();

    /** Returns the level of Container Insights, which determines the metrics of its services. */
    ContainerInsights containerInsights();

    /** Returns the ARN of the namespace for Service Connect; null without one. */
    default @Nullable Output<String> serviceConnectNamespaceArn() {
        return null;
    }
}

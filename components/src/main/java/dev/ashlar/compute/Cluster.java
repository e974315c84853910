package dev.ashlar.compute;

import com.pulumi.core.Output;
import org.jspecify.annotations.Nullable;

/** An ECS cluster that services are placed in: a {@link ServiceCluster}, or one that exists already. */
public interface Cluster {

    /** The ARN of the cluster. */
    Output<String> arn();

    /** The name of the cluster, by which CloudWatch and Application Auto Scaling know it. */
    Output<String> name();

    /** How closely CloudWatch watches the containers, which decides by which metrics services can be observed. */
    ContainerInsights containerInsights();

    /** The ARN of the namespace in which its services find each other with Service Connect; null without one. */
    default @Nullable Output<String> serviceConnectNamespaceArn() {
        return null;
    }
}

package dev.ashlar.data.aurora.internal.instance;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterEndpoint;
import com.pulumi.aws.rds.ClusterEndpointArgs;
import com.pulumi.aws.rds.ClusterInstance;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The hosts that lead to some of a cluster's readers only. */
public final class CustomEndpoints {

    private CustomEndpoints() {}

    /** Creates them; the hosts by the endpoints' names. */
    public static Map<String, Output<String>> create(
            String clusterName,
            AuroraClusterArgs args,
            Cluster cluster,
            Map<String, ClusterInstance> instances,
            CustomResourceOptions child) {
        var hosts = new TreeMap<String, Output<String>>();
        new TreeMap<>(args.customEndpoints()).forEach((endpoint, readers) -> {
            var name = Names.child(clusterName, "endpoint", endpoint);
            hosts.put(
                    endpoint,
                    new ClusterEndpoint(
                                    name,
                                    ClusterEndpointArgs.builder()
                                            .clusterIdentifier(cluster.clusterIdentifier())
                                            .clusterEndpointIdentifier(cluster.clusterIdentifier()
                                                    .applyValue(identifier -> identifier + "-" + endpoint))
                                            .customEndpointType("READER")
                                            .staticMembers(Output.all(identifiers(readers, instances)))
                                            .tags(Tags.named(name, args.tags()))
                                            .build(),
                                    child)
                            .endpoint());
        });
        return hosts;
    }

    private static List<Output<String>> identifiers(Set<String> readers, Map<String, ClusterInstance> instances) {
        return new TreeSet<>(readers)
                .stream()
                        .map(reader ->
                                instances.get(InstancePlan.readerRole(reader)).identifier())
                        .toList();
    }
}

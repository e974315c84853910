package dev.ashlar.data.aurora.internal.instance;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterEndpoint;
import com.pulumi.aws.rds.ClusterEndpointArgs;
import com.pulumi.aws.rds.ClusterInstance;
import com.pulumi.core.Output;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.internal.component.Children;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The endpoints that connect to some of a cluster's readers only. */
public final class CustomEndpoints {

    private CustomEndpoints() {}

    /** Creates the endpoints and returns their hosts by name. */
    public static Map<String, Output<String>> create(
            Children children, AuroraClusterArgs args, Cluster cluster, Map<String, ClusterInstance> instances) {
        var hosts = new TreeMap<String, Output<String>>();
        new TreeMap<>(args.customEndpoints())
                .forEach((name, readers) -> hosts.put(
                        name,
                        create(children.scope("endpoint", name), name, cluster, members(readers, instances))
                                .endpoint()));
        return hosts;
    }

    private static ClusterEndpoint create(
            Children children, String name, Cluster cluster, List<Output<String>> members) {
        return new ClusterEndpoint(
                children.name(),
                ClusterEndpointArgs.builder()
                        .clusterIdentifier(cluster.clusterIdentifier())
                        .clusterEndpointIdentifier(
                                cluster.clusterIdentifier().applyValue(identifier -> identifier + "-" + name))
                        .customEndpointType("READER")
                        .staticMembers(Output.all(members))
                        .tags(children.tags())
                        .build(),
                children.options());
    }

    private static List<Output<String>> members(Set<String> readers, Map<String, ClusterInstance> instances) {
        var roles = readers.stream().map(InstancePlan::readerRole).toList();
        return instances.entrySet().stream()
                .filter(instance -> roles.contains(instance.getKey()))
                .map(instance -> instance.getValue().identifier())
                .toList();
    }
}

package dev.ashlar.compute;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.test.PulumiTest;
import dev.ashlar.graph.GraphResource;
import dev.ashlar.graph.ResourceGraph;
import dev.ashlar.preflight.testkit.Recording;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceClusterTest {

    private static ResourceGraph graph(ServiceClusterArgs args) {
        return Recording.of(context -> new ServiceCluster("main", args)).graph();
    }

    @Test
    void is_a_cluster_with_both_kinds_of_fargate_capacity() {
        var graph = graph(ServiceClusterArgs.builder().build());

        assertThat(graph.children(graph.resource("ashlar:compute:ServiceCluster", "main")).stream()
                        .map(child -> child.type() + " " + child.name()))
                .containsExactly(
                        "aws:ecs/cluster:Cluster main",
                        "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders main");
        assertThat(graph.resource("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders", "main")
                        .input("capacityProviders"))
                .isEqualTo(List.of("FARGATE", "FARGATE_SPOT"));
    }

    @Test
    void watches_its_containers_closely_unless_told_otherwise() {
        assertThat(graph(ServiceClusterArgs.builder().build())
                        .resource("aws:ecs/cluster:Cluster", "main")
                        .input("settings"))
                .isEqualTo(List.of(Map.of("name", "containerInsights", "value", "enhanced")));
        assertThat(graph(ServiceClusterArgs.builder()
                                .containerInsights(ContainerInsights.DISABLED)
                                .build())
                        .resource("aws:ecs/cluster:Cluster", "main")
                        .input("settings[0].value"))
                .isEqualTo("disabled");
    }

    @Test
    void a_service_waits_for_the_capacity_of_its_cluster() {
        var graph = Recording.of(context -> {
                    var cluster = new ServiceCluster(
                            "main",
                            ServiceClusterArgs.builder().putTags("team", "shop").build());
                    new FargateService(
                            "orders", Services.worker().cluster(cluster).build());
                })
                .graph();

        assertThat(graph.resource("aws:ecs/service:Service", "orders").dependencies())
                .anyMatch(urn -> urn.contains("ClusterCapacityProviders"));
        assertThat(graph.resource("aws:ecs/cluster:Cluster", "main").input("tags"))
                .isEqualTo(Map.of("Name", "main", "team", "shop"));
    }

    @Test
    void refuses_a_name_that_is_none() {
        assertThat(ServiceCluster.check("Main", ServiceClusterArgs.builder().build())
                        .message())
                .startsWith("ServiceCluster \"Main\": name is \"Main\"");
    }

    @Test
    void a_cluster_that_exists_creates_nothing() {
        var graph = Recording.of(context -> {
                    var cluster = ServiceCluster.fromExisting(
                            "legacy",
                            ExistingClusterArgs.builder()
                                    .arn("arn:aws:ecs:eu-central-1:111122223333:cluster/main")
                                    .build());
                    assertThat(cluster.containerInsights()).isEqualTo(ContainerInsights.DISABLED);
                    assertThat(PulumiTest.extractValue(cluster.name())).isEqualTo("main");
                })
                .graph();

        assertThat(graph.all()).extracting(GraphResource::type).containsOnly("pulumi:pulumi:Stack");
    }

    @Test
    void requires_the_arn_of_an_existing_cluster() {
        assertThat(Recording.failing(context -> ServiceCluster.fromExisting(
                                "main", ExistingClusterArgs.builder().build()))
                        .failure())
                .isEqualTo(
                        "ServiceCluster.fromExisting \"main\": arn is missing, but services run on the cluster of this"
                                + " ARN; give the cluster's ARN.");
    }

    @Test
    void reports_its_violations_together_with_those_of_its_users() {
        var failure = Recording.failing(context -> {
                    var faulty = new ServiceCluster(
                            "Main",
                            ServiceClusterArgs.builder().serviceConnect(true).build());
                    context.export("cluster", faulty.arn());
                    new FargateService(
                            "orders",
                            Services.worker()
                                    .cluster(faulty)
                                    .serviceConnect(connect -> {})
                                    .port(0)
                                    .build());
                })
                .failure();

        assertThat(failure)
                .contains("ServiceCluster \"Main\": name is \"Main\"")
                .contains("FargateService \"orders\": port is 0")
                .doesNotContain("namespace");
    }
}

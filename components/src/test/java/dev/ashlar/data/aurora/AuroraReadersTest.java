package dev.ashlar.data.aurora;

import static dev.ashlar.data.aurora.Databases.valid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.core.Profile;
import dev.ashlar.graph.GraphDifference;
import dev.ashlar.graph.ResourceGraph;
import dev.ashlar.preflight.testkit.Recording;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The instances of a cluster: their classes, their order, their number, and the hosts that lead to them. */
class AuroraReadersTest {

    private static final String CLUSTER = "aws:rds/cluster:Cluster";
    private static final String INSTANCE = "aws:rds/clusterInstance:ClusterInstance";
    private static final String SCALING_POLICY = "aws:appautoscaling/policy:Policy";

    private static ResourceGraph graph(AuroraClusterArgs.Builder args) {
        return Recording.of(context -> new AuroraCluster("database", args.build()))
                .graph();
    }

    @Test
    void mixes_serverless_and_provisioned_instances() {
        var graph = graph(valid().instanceClass("db.r8g.large")
                .reader("api")
                .reader("reports", reader -> reader.instanceClass("db.serverless")));

        assertThat(graph.resource(INSTANCE, "database-writer").input("instanceClass"))
                .isEqualTo("db.r8g.large");
        assertThat(graph.resource(INSTANCE, "database-reader-api").input("instanceClass"))
                .isEqualTo("db.r8g.large");
        assertThat(graph.resource(INSTANCE, "database-reader-reports").input("instanceClass"))
                .isEqualTo("db.serverless");
        assertThat(graph.resource(CLUSTER, "database").input("serverlessv2ScalingConfiguration"))
                .isEqualTo(Map.of("minCapacity", 1, "maxCapacity", 32));
    }

    @Test
    void sets_no_capacity_without_serverless_instances() {
        assertThat(graph(valid().instanceClass("db.r8g.large"))
                        .resource(CLUSTER, "database")
                        .input("serverlessv2ScalingConfiguration"))
                .isNull();
    }

    @Test
    void changes_one_instance_after_another_in_multi_az_profiles() {
        var readers = valid().reader("api").reader("reports");
        var rolling = graph(readers);

        assertThat(rolling.resource(INSTANCE, "database-reader-reports").dependencies())
                .contains(
                        rolling.resource(INSTANCE, "database-writer").urn(),
                        rolling.resource(INSTANCE, "database-reader-api").urn());
        var together = graph(readers.rollingUpdates(false));
        assertThat(together.resource(INSTANCE, "database-reader-reports").dependencies())
                .contains(together.resource(INSTANCE, "database-writer").urn())
                .doesNotContain(
                        together.resource(INSTANCE, "database-reader-api").urn());
        assertThat(valid().profile(Profile.DEV).build().rollingUpdates()).isFalse();
    }

    @Test
    void scales_readers_by_cpu() {
        var graph = graph(valid().readerScaling(scaling -> scaling.maxCapacity(4)));
        var target = graph.resource("aws:appautoscaling/target:Target", "database-readers");

        assertThat(target.input("serviceNamespace")).isEqualTo("rds");
        assertThat(target.input("scalableDimension")).isEqualTo("rds:cluster:ReadReplicaCount");
        assertThat(target.input("resourceId"))
                .isEqualTo("cluster:" + graph.resource(CLUSTER, "database").input("clusterIdentifier"));
        assertThat(target.input("minCapacity")).isEqualTo(1);
        assertThat(target.input("maxCapacity")).isEqualTo(4);
        assertThat(target.dependencies())
                .contains(graph.resource(INSTANCE, "database-reader-standby").urn());
        var configuration = "targetTrackingScalingPolicyConfiguration.";
        var policy = graph.resource(SCALING_POLICY, "database-readers-cpu");
        assertThat(policy.input(configuration + "predefinedMetricSpecification.predefinedMetricType"))
                .isEqualTo("RDSReaderAverageCPUUtilization");
        assertThat(policy.input(configuration + "targetValue")).isEqualTo(60);
        assertThat(policy.input(configuration + "scaleInCooldown")).isEqualTo(300);
    }

    @Test
    void scales_readers_by_connections() {
        var graph = graph(valid().withoutReaders()
                .readerScaling(scaling -> scaling.minCapacity(0).maxCapacity(2).connections(500)));

        assertThat(graph.names(SCALING_POLICY)).containsExactly("database-readers-connections");
        assertThat(graph.resource(SCALING_POLICY, "database-readers-connections")
                        .input("targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification"
                                + ".predefinedMetricType"))
                .isEqualTo("RDSReaderAverageDatabaseConnections");
    }

    @Test
    void creates_a_custom_endpoint_for_some_readers() {
        var recording = Recording.of(context -> {
            var database = new AuroraCluster(
                    "database",
                    valid().reader("a")
                            .reader("b")
                            .reader("c")
                            .customEndpoint("reports", "c", "b")
                            .build());
            var binding = database.endpointConnection("reports", "reporting");
            assertThat(binding.environment())
                    .containsOnlyKeys(
                            "DATABASE_REPORTS_HOST",
                            "DATABASE_REPORTS_PORT",
                            "DATABASE_REPORTS_NAME",
                            "DATABASE_REPORTS_USER");
            context.export("binding", binding.export());
        });
        var endpoint =
                recording.graph().resource("aws:rds/clusterEndpoint:ClusterEndpoint", "database-endpoint-reports");

        assertThat(endpoint.input("customEndpointType")).isEqualTo("READER");
        assertThat(endpoint.input("staticMembers"))
                .isEqualTo(List.of("b", "c").stream()
                        .map(reader -> recording
                                .graph()
                                .resource(INSTANCE, "database-reader-" + reader)
                                .input("identifier"))
                        .toList());
        assertThat(recording.outputs().get("binding"))
                .asString()
                .contains(String.valueOf(endpoint.output("endpoint")), "/reporting\"");
    }

    @Test
    void rejects_a_connection_to_an_unknown_endpoint() {
        var recording = Recording.failing(
                context -> new AuroraCluster("database", valid().build()).endpointConnection("reports", "app"));

        assertThat(recording.failure())
                .isEqualTo(
                        "AuroraCluster \"database\": endpoint is \"reports\", but the customEndpoints are []; use one of these, or add it.");
    }

    @Test
    void adds_a_reader_without_other_changes() {
        var before = graph(valid().reader("a").reader("c"));
        var after = graph(valid().reader("a").reader("b").reader("c"));

        var difference = GraphDifference.between(before, after);

        assertThat(difference).hasToString("+ %s database-reader-b".formatted(INSTANCE));
    }

    @Test
    void adds_scaling_and_custom_endpoints_without_other_changes() {
        var before = graph(valid().reader("a"));
        var after = graph(
                valid().reader("a").customEndpoint("reports", "a").readerScaling(scaling -> scaling.maxCapacity(4)));

        assertThat(GraphDifference.between(before, after))
                .satisfies(difference -> assertThat(difference.onlyAdds()).isTrue())
                .satisfies(difference -> assertThat(difference.added()).hasSize(3));
    }
}

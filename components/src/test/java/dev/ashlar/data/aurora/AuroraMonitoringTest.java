package dev.ashlar.data.aurora;

import static dev.ashlar.data.aurora.Databases.valid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.core.Profile;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Signal.MissingData;
import dev.ashlar.core.Signal.Objective;
import dev.ashlar.core.Signal.Statistic;
import dev.ashlar.graph.GraphDifference;
import dev.ashlar.graph.ResourceGraph;
import dev.ashlar.preflight.testkit.Recording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is recorded of a cluster, and by what it is observed. */
class AuroraMonitoringTest {

    private static final String CLUSTER = "aws:rds/cluster:Cluster";
    private static final String INSTANCE = "aws:rds/clusterInstance:ClusterInstance";
    private static final String ROLE = "aws:iam/role:Role";
    private static final String ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";

    private static ResourceGraph graph(AuroraClusterArgs.Builder args) {
        return Recording.of(context -> new AuroraCluster("database", args.build()))
                .graph();
    }

    private static List<Signal> signals(AuroraClusterArgs.Builder args) {
        var signals = new ArrayList<Signal>();
        Recording.of(context -> signals.addAll(new AuroraCluster("database", args.build()).signals()));
        return signals;
    }

    private static Signal signal(AuroraClusterArgs.Builder args, String name) {
        return signals(args).stream()
                .filter(signal -> signal.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void enables_enhanced_monitoring_every_minute_in_production() {
        var graph = graph(valid());
        var role = graph.resource(ROLE, "database-monitoring");
        var permission = graph.resource(ATTACHMENT, "database-monitoring");

        assertThat(role.input("assumeRolePolicy"))
                .asString()
                .contains("monitoring.rds.amazonaws.com", "\"aws:SourceAccount\":\"000000000000\"");
        assertThat(permission.input("policyArn"))
                .isEqualTo("arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole");
        assertThat(graph.ofType(INSTANCE)).hasSize(2).allSatisfy(instance -> {
            assertThat(instance.input("monitoringInterval")).isEqualTo(60);
            assertThat(instance.input("monitoringRoleArn")).isEqualTo(role.output("arn"));
            assertThat(instance.dependencies()).contains(permission.urn());
        });
    }

    @Test
    void disables_enhanced_monitoring_without_data_protection_or_on_request() {
        assertThat(graph(valid().profile(Profile.DEV)).names(ROLE)).isEmpty();
        var off = graph(valid().monitoringInterval(Duration.ZERO));
        assertThat(off.names(ROLE)).isEmpty();
        assertThat(off.resource(INSTANCE, "database-writer").input("monitoringInterval"))
                .isNull();
    }

    @Test
    void keeps_advanced_insights_for_fifteen_months() {
        var graph = graph(valid().databaseInsights(DatabaseInsights.ADVANCED));
        var cluster = graph.resource(CLUSTER, "database");

        assertThat(cluster.input("databaseInsightsMode")).isEqualTo("advanced");
        assertThat(cluster.input("performanceInsightsEnabled")).isEqualTo(true);
        assertThat(cluster.input("performanceInsightsRetentionPeriod")).isEqualTo(465);
        assertThat(graph.ofType(INSTANCE)).allSatisfy(instance -> {
            assertThat(instance.input("performanceInsightsEnabled")).isEqualTo(true);
            assertThat(instance.input("performanceInsightsRetentionPeriod")).isEqualTo(465);
        });
    }

    @Test
    void keeps_standard_insights_for_seven_days() {
        var graph = graph(valid().minCapacity(2));

        assertThat(graph.resource(CLUSTER, "database").input("databaseInsightsMode"))
                .isEqualTo("standard");
        assertThat(graph.resource(CLUSTER, "database").input("performanceInsightsEnabled"))
                .isNull();
        assertThat(graph.resource(INSTANCE, "database-writer").input("performanceInsightsRetentionPeriod"))
                .isEqualTo(7);
    }

    @Test
    void enables_performance_insights_where_aws_advises_it() {
        assertThat(valid().minCapacity(1.5).build().performanceInsights()).isFalse();
        assertThat(valid().minCapacity(2).build().performanceInsights()).isTrue();
        assertThat(valid().instanceClass("db.r8g.large").build().performanceInsights())
                .isTrue();
        assertThat(valid().engine(AuroraEngine.MYSQL)
                        .minCapacity(2)
                        .reader("reports", reader -> reader.instanceClass("db.t4g.medium"))
                        .build()
                        .performanceInsights())
                .isFalse();
        assertThat(valid().engine(AuroraEngine.MYSQL)
                        .instanceClass("db.t4g.medium")
                        .build()
                        .performanceInsights())
                .isFalse();
    }

    @Test
    void changes_monitoring_and_insights_in_place() {
        var difference = GraphDifference.between(
                graph(valid().monitoringInterval(Duration.ZERO)),
                graph(valid().databaseInsights(DatabaseInsights.ADVANCED)));

        assertThat(difference.removed()).isEmpty();
        assertThat(difference.changed())
                .flatExtracting(GraphDifference.Change::properties)
                .containsOnly(
                        "databaseInsightsMode",
                        "monitoringInterval",
                        "monitoringRoleArn",
                        "performanceInsightsEnabled",
                        "performanceInsightsRetentionPeriod");
    }

    @Test
    void publishes_signals_of_metrics_that_both_engines_have() {
        for (var engine : AuroraEngine.values()) {
            assertThat(signals(valid().engine(engine)))
                    .extracting(Signal::metric)
                    .containsExactly(
                            "CPUUtilization",
                            "ACUUtilization",
                            "FreeableMemory",
                            "DatabaseConnections",
                            "Deadlocks",
                            "AuroraReplicaLagMaximum");
        }
    }

    @Test
    void derives_the_objectives_from_the_size_of_the_cluster() {
        var cluster = valid().minCapacity(1).maxCapacity(8);

        assertThat(signal(cluster, "cpu").objective()).contains(Objective.atMost(90));
        assertThat(signal(cluster, "capacity").objective()).contains(Objective.atMost(90));
        assertThat(signal(cluster, "free-memory").objective())
                .contains(Objective.atLeast(0.05 * 16 * 1024 * 1024 * 1024));
        assertThat(signal(cluster, "connections").objective()).contains(Objective.atMost(0.8 * 1669));
        assertThat(signal(cluster, "deadlocks").objective()).contains(Objective.atMost(1.0 / 60));
        assertThat(signal(cluster, "replica-lag").objective()).contains(Objective.atMost(1000));
    }

    @Test
    void uses_the_maximum_over_the_instances() {
        assertThat(signal(valid(), "cpu").statistic()).isEqualTo(Statistic.MAXIMUM);
        assertThat(signal(valid(), "capacity").statistic()).isEqualTo(Statistic.MAXIMUM);
    }

    @Test
    void publishes_no_capacity_signal_for_provisioned_instances() {
        assertThat(signals(valid().instanceClass("db.r8g.large")))
                .extracting(Signal::name)
                .doesNotContain("capacity");
        assertThat(signal(valid().instanceClass("db.r8g.xlarge"), "free-memory").objective())
                .contains(Objective.atLeast(0.05 * 32 * 1024 * 1024 * 1024));
    }

    @Test
    void sets_no_connection_objective_if_a_parameter_sets_the_limit() {
        assertThat(signal(valid().clusterParameters(Map.of("max_connections", "100")), "connections")
                        .objective())
                .isEmpty();
    }

    @Test
    void publishes_a_lag_signal_if_there_may_be_readers() {
        assertThat(signals(valid().withoutReaders())).extracting(Signal::name).doesNotContain("replica-lag");
        assertThat(signals(valid().withoutReaders().readerScaling(scaling -> scaling.maxCapacity(2))))
                .extracting(Signal::name)
                .contains("replica-lag");
    }

    @Test
    void treats_missing_data_as_healthy_only_if_the_cluster_may_pause() {
        assertThat(signal(valid(), "cpu").missingData()).isEqualTo(MissingData.BREACHING);
        assertThat(signal(valid().minCapacity(0), "cpu").missingData()).isEqualTo(MissingData.NOT_BREACHING);
    }
}

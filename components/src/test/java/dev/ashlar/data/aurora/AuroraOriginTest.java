package dev.ashlar.data.aurora;

import static dev.ashlar.data.aurora.Databases.valid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.graph.GraphResource;
import dev.ashlar.preflight.testkit.Recording;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clusters that start with the data of another one. */
class AuroraOriginTest {

    private static GraphResource cluster(AuroraClusterArgs.Builder args) {
        return Recording.of(context -> new AuroraCluster("database", args.build()))
                .graph()
                .resource("aws:rds/cluster:Cluster", "database");
    }

    @Test
    void a_snapshot_gives_the_data() {
        assertThat(cluster(valid().snapshotIdentifier("before")).input("snapshotIdentifier"))
                .isEqualTo("before");
    }

    @Test
    void a_clone_shares_its_storage_with_the_source() {
        assertThat(cluster(valid().cloneOf("production")).input("restoreToPointInTime"))
                .isEqualTo(Map.of(
                        "sourceClusterIdentifier",
                        "production",
                        "restoreType",
                        "copy-on-write",
                        "useLatestRestorableTime",
                        true));
    }

    @Test
    void a_moment_in_time_is_copied() {
        var moment = valid().restoreToPointInTime(restore ->
                restore.sourceClusterIdentifier("production").restoreToTime(Instant.parse("2026-03-01T12:30:15.987Z")));

        assertThat(cluster(moment).input("restoreToPointInTime"))
                .isEqualTo(Map.of(
                        "sourceClusterIdentifier",
                        "production",
                        "restoreType",
                        "full-copy",
                        "restoreToTime",
                        "2026-03-01T12:30:15Z"));
    }

    @Test
    void the_latest_moment_is_the_default() {
        assertThat(cluster(valid().restoreToPointInTime(restore -> restore.sourceClusterIdentifier("production")))
                        .input("restoreToPointInTime"))
                .isEqualTo(Map.of(
                        "sourceClusterIdentifier",
                        "production",
                        "restoreType",
                        "full-copy",
                        "useLatestRestorableTime",
                        true));
    }

    @Test
    void a_cluster_outlives_the_option_that_it_came_from() {
        assertThat(cluster(valid()).options().ignoreChanges()).contains("restoreToPointInTime");
        assertThat(cluster(valid().cloneOf("production")).options().ignoreChanges())
                .doesNotContain("restoreToPointInTime");
    }

    @Test
    void each_origin_takes_another_final_snapshot() {
        var moment = valid().restoreToPointInTime(restore -> restore.sourceClusterIdentifier("production"));

        assertThat(cluster(valid()).input("finalSnapshotIdentifier"))
                .isNotEqualTo(cluster(valid().cloneOf("production")).input("finalSnapshotIdentifier"))
                .isNotEqualTo(cluster(moment).input("finalSnapshotIdentifier"));
    }
}

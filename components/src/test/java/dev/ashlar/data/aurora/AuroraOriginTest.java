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
    void starts_from_a_snapshot() {
        assertThat(cluster(valid().snapshotIdentifier("before")).input("snapshotIdentifier"))
                .isEqualTo("before");
    }

    @Test
    void clones_with_copy_on_write() {
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
    void restores_a_full_copy_of_a_point_in_time() {
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
    void restores_the_latest_time_by_default() {
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
    void keeps_the_cluster_after_its_source_option_is_removed() {
        assertThat(cluster(valid()).options().ignoreChanges()).contains("restoreToPointInTime");
        assertThat(cluster(valid().cloneOf("production")).options().ignoreChanges())
                .doesNotContain("restoreToPointInTime");
    }

    @Test
    void names_another_final_snapshot_for_each_source() {
        var moment = valid().restoreToPointInTime(restore -> restore.sourceClusterIdentifier("production"));

        assertThat(cluster(valid()).input("finalSnapshotIdentifier"))
                .isNotEqualTo(cluster(valid().cloneOf("production")).input("finalSnapshotIdentifier"))
                .isNotEqualTo(cluster(moment).input("finalSnapshotIdentifier"));
    }
}

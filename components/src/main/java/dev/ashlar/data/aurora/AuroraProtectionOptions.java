package dev.ashlar.data.aurora;

import com.pulumi.core.Output;
import dev.ashlar.data.DataStoreOptions;
import java.time.Duration;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Where the data of an {@link AuroraCluster} comes from, and how it is kept. */
public interface AuroraProtectionOptions extends DataStoreOptions {

    /**
     * The snapshot to create the cluster from. Default: none, an empty database. Another snapshot replaces the cluster;
     * taking the option away afterwards does nothing. The provider turns IAM authentication and the Data API of such a cluster
     * on with the second update, not with the first. A snapshot without encryption needs {@code kmsKeyArn}: without it the
     * cluster would have none either, and the next update would replace it.
     */
    @Nullable
    Output<String> snapshotIdentifier();

    /**
     * The moment in the life of another cluster whose data this one starts with. Default: none, an empty database. Another
     * source or moment replaces the cluster; taking the option away afterwards does nothing. The source has to be encrypted.
     * The provider turns the Data API of such a cluster on with the second update, not with the first.
     */
    @Nullable
    PointInTimeArgs restoreToPointInTime();

    /**
     * The identifier of the cluster that this one is a clone of: both share their storage until one of them writes, so it is
     * there in minutes and costs what differs. The clone must have the source's engine and be in its region; the source has to
     * be encrypted. The provider turns the Data API of a clone on with the second update, not with the first. Default: none,
     * an empty database. Another source replaces the cluster; taking the option away afterwards does nothing.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Clone.html">Cloning a volume
     *     for an Amazon Aurora DB cluster</a>
     */
    @Nullable
    Output<String> cloneOf();

    /** How long automated backups are kept, 1 to 35 whole days. Default: the profile's. */
    @Value.Default
    default Duration backupRetention() {
        return profile().backupRetention();
    }

    /** When the daily backup starts, in UTC, at least 30 minutes. Default: {@code 03:00-04:00}. */
    @Value.Default
    default String backupWindow() {
        return "03:00-04:00";
    }
}

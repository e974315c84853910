package dev.ashlar.data;

import com.pulumi.core.Output;
import dev.ashlar.core.Profile;
import java.time.Duration;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Where the data of an {@link AuroraCluster} comes from, and how it is kept. */
public interface AuroraProtectionOptions {

    /** The environment's switches, from which other options take their defaults. */
    Profile profile();

    /**
     * The snapshot to create the cluster from. Default: none, an empty database. Another snapshot replaces the cluster;
     * taking the option away afterwards does nothing. The provider turns IAM authentication of such a cluster on with the
     * second update, not with the first.
     */
    @Nullable
    Output<String> snapshotIdentifier();

    /**
     * The moment in the life of another cluster whose data this one starts with. Default: none, an empty database. Another
     * source or moment replaces the cluster; taking the option away afterwards does nothing.
     */
    @Nullable
    PointInTimeArgs restoreToPointInTime();

    /**
     * The identifier of the cluster that this one is a clone of: both share their storage until one of them writes, so it is
     * there in minutes and costs what differs. The clone must have the source's engine and be in its region. Default: none,
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

    /** When AWS may restart instances, in UTC, at least 30 minutes. Default: {@code sun:05:00-sun:06:00}. */
    @Value.Default
    default String maintenanceWindow() {
        return "sun:05:00-sun:06:00";
    }

    /** Whether changes that restart instances happen at once and not in the maintenance window. Default: only where the
     * profile does not protect data. */
    @Value.Default
    default boolean applyImmediately() {
        return !profile().dataProtection();
    }

    /**
     * Whether the cluster refuses to be deleted, by RDS's deletion protection and by Pulumi's {@code protect}, which its
     * instances have too. Default: the profile's data protection. To delete a cluster, first update with {@code false}.
     */
    @Value.Default
    default boolean deletionProtection() {
        return profile().dataProtection();
    }

    /**
     * Whether deleting the cluster takes a last snapshot and keeps the automated backups. Default: the profile's data
     * protection.
     */
    @Value.Default
    default boolean finalSnapshot() {
        return profile().dataProtection();
    }
}

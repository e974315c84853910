package dev.ashlar.data;

import com.pulumi.core.Output;
import dev.ashlar.core.ArgsStyle;
import dev.ashlar.core.Profile;
import dev.ashlar.network.Network;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The options of an {@link AuroraCluster}. */
@Value.Immutable
@ArgsStyle
public abstract class AuroraClusterArgs {

    /** The network whose isolated subnets hold the database, in at least two zones. Required. */
    public abstract @Nullable Network network();

    /** The engine. Default: PostgreSQL. A change replaces the database. */
    @Value.Default
    public AuroraEngine engine() {
        return AuroraEngine.POSTGRESQL;
    }

    /**
     * The engine's version: the major one for {@link VersionPolicy#TRACK_MAJOR}, such as {@code 17} or {@code 8.0}; the full
     * one for {@link VersionPolicy#PIN_MINOR}, such as {@code 17.4} or {@code 8.0.mysql_aurora.3.08.0}. Default: 17 for
     * PostgreSQL, 8.0 for MySQL, whatever later releases of this library know. Go to a later major version by
     * {@link #upgradeTo}.
     */
    @Value.Default
    public String engineVersion() {
        return engine().defaultVersion();
    }

    /** Who moves the cluster to later minor versions. Default: AWS, in the maintenance window. */
    @Value.Default
    public VersionPolicy versionPolicy() {
        return VersionPolicy.TRACK_MAJOR;
    }

    /**
     * The later major version to upgrade to with the next update, with some minutes of outage. Default: none. When it is
     * done, make it the {@link #engineVersion} and take this option away.
     */
    public abstract @Nullable String upgradeTo();

    /** The database that is created with the cluster. Default: {@code app}. A change replaces the cluster. */
    @Value.Default
    public String databaseName() {
        return "app";
    }

    /**
     * The user that owns everything, for migrations; RDS keeps its password in Secrets Manager and rotates it. Default:
     * {@code postgres} for PostgreSQL, {@code admin} for MySQL. A change replaces the cluster. A cluster that is restored from
     * a snapshot has the snapshot's master user: name that one.
     */
    @Value.Default
    public String masterUsername() {
        return engine().defaultMasterUsername();
    }

    /** How often RDS changes the master user's password, 1 to 1000 whole days. Default: 7 days. */
    @Value.Default
    public Duration masterPasswordRotation() {
        return Duration.ofDays(7);
    }

    /**
     * The least capacity of each instance, in ACU (about 2 GiB of memory each): 0 to 256 in steps of 0.5. With 0 the cluster
     * pauses when nobody is connected, and takes some 15 seconds to resume. Default: the profile's.
     */
    @Value.Default
    public double minCapacity() {
        return profile().minAuroraCapacity();
    }

    /** The greatest capacity of each instance, in ACU: 1 to 256 in steps of 0.5. Default: the profile's. */
    @Value.Default
    public double maxCapacity() {
        return profile().maxAuroraCapacity();
    }

    /**
     * How long nobody must be connected before the cluster pauses: 300 to 86400 seconds, and only with {@link #minCapacity} 0.
     * Default: AWS's 300 seconds.
     */
    public abstract @Nullable Duration autoPauseAfter();

    /**
     * Readers by name: lower-case letters, digits and hyphens, at most 15 characters. Default: one, {@code standby}, when
     * the profile is multi-AZ, so that a zone's failure costs a minute; none otherwise. Adding or removing one leaves the
     * others alone.
     */
    public abstract @Nullable Map<String, AuroraReaderArgs> readers();

    /**
     * The key that encrypts storage, snapshots, performance data and the master user's secret. Default: AWS's own key; storage
     * is always encrypted. A change replaces the cluster.
     */
    public abstract @Nullable Output<String> kmsKeyArn();

    /**
     * The snapshot to create the cluster from. Default: none, an empty database. Another snapshot replaces the cluster;
     * taking the option away afterwards does nothing.
     */
    public abstract @Nullable Output<String> snapshotIdentifier();

    /**
     * Parameters of the cluster by name. They take effect with the next restart of the instances. Default: only the one that
     * refuses connections without TLS, which cannot be taken away.
     */
    public abstract Map<String, String> clusterParameters();

    /** Parameters of the instances by name; they take effect with their next restart. Default: the engine's. */
    public abstract Map<String, String> instanceParameters();

    /**
     * The logs exported to CloudWatch Logs, kept as long as the profile keeps logs. Default: {@code postgresql} and {@code
     * iam-db-auth-error} for PostgreSQL; {@code error}, {@code slowquery} and {@code iam-db-auth-error} for MySQL, which also
     * has {@code audit} and {@code general}.
     */
    @Value.Default
    public Set<String> logExports() {
        return engine().defaultLogs();
    }

    /** How long automated backups are kept, 1 to 35 whole days. Default: the profile's. */
    @Value.Default
    public Duration backupRetention() {
        return profile().backupRetention();
    }

    /** When the daily backup starts, in UTC, at least 30 minutes. Default: {@code 03:00-04:00}. */
    @Value.Default
    public String backupWindow() {
        return "03:00-04:00";
    }

    /** When AWS may restart instances, in UTC, at least 30 minutes. Default: {@code sun:05:00-sun:06:00}. */
    @Value.Default
    public String maintenanceWindow() {
        return "sun:05:00-sun:06:00";
    }

    /** Whether changes that restart instances happen at once and not in the maintenance window. Default: only where the
     * profile does not protect data. */
    @Value.Default
    public boolean applyImmediately() {
        return !profile().dataProtection();
    }

    /**
     * Whether the cluster refuses to be deleted, by RDS's deletion protection and by Pulumi's {@code protect}, which its
     * instances have too. Default: the profile's data protection. To delete a cluster, first update with {@code false}.
     */
    @Value.Default
    public boolean deletionProtection() {
        return profile().dataProtection();
    }

    /**
     * Whether deleting the cluster takes a last snapshot and keeps the automated backups. Default: the profile's data
     * protection.
     */
    @Value.Default
    public boolean finalSnapshot() {
        return profile().dataProtection();
    }

    /**
     * Whether Performance Insights records what the database waits for, kept for 7 days without charge. Default: from a
     * {@link #minCapacity} of 2, since AWS advises against it below.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html">
     *     Performance and scaling for Aurora Serverless v2</a>
     */
    @Value.Default
    public boolean performanceInsights() {
        return minCapacity() >= 2;
    }

    /**
     * Whether storage is billed without a charge for each input and output, at a higher price for space: cheaper where those
     * are over a quarter of the bill. Default: false. May be changed at any time, back once in 30 days.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.Aurora_Fea_Regions_DB-eng.Feature.storage-type.html">
     *     Aurora I/O-Optimized</a>
     */
    @Value.Default
    public boolean ioOptimized() {
        return false;
    }

    /**
     * Whether the cluster may stay on a major version past its standard support, at a price for each hour. Default: false;
     * AWS then upgrades it when that support ends.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/extended-support.html">Amazon RDS Extended
     *     Support</a>
     */
    @Value.Default
    public boolean extendedSupport() {
        return false;
    }

    /** The environment's switches, from which other options take their defaults. Default: {@link Profile#PROD}. */
    @Value.Default
    public Profile profile() {
        return Profile.PROD;
    }

    /** Tags of every resource, copied to snapshots. Default: none. */
    public abstract Map<String, String> tags();

    /** Starts the options. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link AuroraClusterArgs}. */
    public static final class Builder extends ImmutableAuroraClusterArgs.Builder {
        Builder() {}

        /** Adds a reader with the usual options. */
        public Builder reader(String name) {
            return reader(name, options -> {});
        }

        /** Adds a reader. */
        public Builder reader(String name, Consumer<AuroraReaderArgs.Builder> options) {
            var builder = AuroraReaderArgs.builder();
            options.accept(builder);
            return putReaders(name, builder.build());
        }

        /** No readers: when the writer fails, the database is away until its replacement runs. */
        public Builder withoutReaders() {
            return readers(Map.of());
        }

        /** The key that encrypts storage, snapshots, performance data and the master user's secret. */
        public Builder kmsKeyArn(String arn) {
            return kmsKeyArn(Output.of(arn));
        }

        /** The snapshot to create the cluster from. */
        public Builder snapshotIdentifier(String snapshot) {
            return snapshotIdentifier(Output.of(snapshot));
        }
    }
}

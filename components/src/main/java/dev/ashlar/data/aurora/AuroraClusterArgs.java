package dev.ashlar.data.aurora;

import com.pulumi.core.Output;
import dev.ashlar.core.Profile;
import dev.ashlar.data.DataStoreOptions;
import dev.ashlar.data.VersionPolicy;
import dev.ashlar.data.aurora.internal.engine.EngineFacts;
import dev.ashlar.data.aurora.internal.instance.AuroraInsights;
import dev.ashlar.data.aurora.internal.instance.AuroraInstanceClass;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.ArgsStyle;
import dev.ashlar.network.Network;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The options of an {@link AuroraCluster}. */
@Value.Immutable
@ArgsStyle
public abstract class AuroraClusterArgs implements DataStoreOptions {

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
        return EngineFacts.defaultVersion(engine());
    }

    /** Who moves the cluster to later minor versions. Default: AWS, in the maintenance window. */
    @Value.Default
    public VersionPolicy versionPolicy() {
        return VersionPolicy.TRACK_MAJOR;
    }

    /**
     * The later major version to upgrade to with the next update, with some minutes of outage, whatever {@link
     * #applyImmediately} says: other changes of the cluster that wait for the window happen then, too. Default: none. When it
     * is done, make it the {@link #engineVersion} and take this option away.
     */
    public abstract @Nullable String upgradeTo();

    /**
     * The class of the writer, and of the readers that name none: {@code db.serverless}, or a provisioned one such as
     * {@code db.r8g.large}. Serverless and provisioned instances may be mixed. Default: {@code db.serverless}. A change
     * restarts the instance; while the writer restarts, a reader takes over.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.DBInstanceClass.html">Amazon Aurora
     *     DB instance classes</a>
     */
    @Value.Default
    public String instanceClass() {
        return AuroraInstanceClass.SERVERLESS;
    }

    /**
     * The least capacity of each serverless instance, in ACU (about 2 GiB of memory each): 0 to 256 in steps of 0.5. With 0
     * the cluster pauses when nobody is connected, and takes some 15 seconds to resume: a service has to say that its pool
     * closes idle connections ({@code closesIdleConnections}), and one that waits less than 15 seconds for a connection
     * fails. Default: the profile's.
     */
    @Value.Default
    public double minCapacity() {
        return profile().minAuroraCapacity();
    }

    /** The greatest capacity of each serverless instance, in ACU: 1 to 256 in steps of 0.5. Default: the profile's. */
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

    /** How the number of readers follows the load. Default: it does not. */
    public abstract @Nullable ReaderScaling readerScaling();

    /**
     * Hosts that lead to some of the readers only, by name: lower-case letters, digits and hyphens, at most 15 characters.
     * Default: none.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Endpoints.Custom.html">Custom
     *     endpoints for Amazon Aurora</a>
     */
    public abstract Map<String, Set<String>> customEndpoints();

    /**
     * Whether an update changes one instance after the other, so that never two restart at once. Creating the cluster then
     * takes some 6 minutes more for each reader after the first. Default: when the profile is multi-AZ.
     */
    @Value.Default
    public boolean rollingUpdates() {
        return profile().multiAz();
    }

    /**
     * The database that is created with the cluster. Default: {@code app}. A change replaces the cluster. One that is
     * restored or cloned has the source's database: name that one, or the second update replaces the cluster.
     */
    @Value.Default
    public String databaseName() {
        return "app";
    }

    /**
     * The user that owns everything, for migrations; RDS keeps its password in Secrets Manager and rotates it. Default:
     * {@code postgres} for PostgreSQL, {@code admin} for MySQL. A change replaces the cluster. A cluster that is restored or
     * cloned has the source's master user: name that one, or the second update replaces the cluster.
     */
    @Value.Default
    public String masterUsername() {
        return EngineFacts.defaultMasterUsername(engine());
    }

    /** How often RDS changes the master user's password, 1 to 1000 whole days. Default: 7 days. */
    @Value.Default
    public Duration masterPasswordRotation() {
        return Duration.ofDays(7);
    }

    /**
     * The key that encrypts storage, snapshots, performance data and secrets. Default: AWS's own key; storage
     * is always encrypted. A change replaces the cluster.
     */
    public abstract @Nullable Output<String> kmsKeyArn();

    /**
     * The snapshot to create the cluster from. Default: none, an empty database. Another snapshot replaces the cluster;
     * taking the option away afterwards does nothing. The provider turns IAM authentication and the Data API of such a cluster
     * on with the second update, not with the first. A snapshot without encryption needs {@code kmsKeyArn}: without it the
     * cluster would have none either, and the next update would replace it.
     */
    public abstract @Nullable Output<String> snapshotIdentifier();

    /**
     * The moment in the life of another cluster whose data this one starts with. Default: none, an empty database. Another
     * source or moment replaces the cluster; taking the option away afterwards does nothing. The source has to be encrypted.
     * The provider turns the Data API of such a cluster on with the second update, not with the first.
     */
    public abstract @Nullable PointInTimeArgs restoreToPointInTime();

    /**
     * The identifier of the cluster that this one is a clone of: both share their storage until one of them writes, so it is
     * there in minutes and costs what differs. The clone must have the source's engine and be in its region; the source has to
     * be encrypted. The provider turns the Data API of a clone on with the second update, not with the first. Default: none,
     * an empty database. Another source replaces the cluster; taking the option away afterwards does nothing.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Clone.html">Cloning a volume
     *     for an Amazon Aurora DB cluster</a>
     */
    public abstract @Nullable Output<String> cloneOf();

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

    /**
     * The logs exported to CloudWatch Logs, kept as long as the profile keeps logs. Default: {@code postgresql} and {@code
     * iam-db-auth-error} for PostgreSQL; {@code error}, {@code slowquery} and {@code iam-db-auth-error} for MySQL, which also
     * has {@code audit} and {@code general}.
     */
    @Value.Default
    public Set<String> logExports() {
        return EngineFacts.defaultLogs(engine());
    }

    /**
     * Whether Performance Insights records what the database waits for. Default: with {@link DatabaseInsights#ADVANCED},
     * which needs it; otherwise for provisioned writers that can, and for serverless ones from a {@code minCapacity} of 2,
     * since AWS advises against it below.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html">
     *     Performance and scaling for Aurora Serverless v2</a>
     */
    @Value.Default
    public boolean performanceInsights() {
        return databaseInsights() == DatabaseInsights.ADVANCED || AuroraInsights.areAdvised(this);
    }

    /**
     * How much CloudWatch Database Insights records, and for how long. Default: {@link DatabaseInsights#STANDARD}, 7 days
     * without charge. The provider sets the mode of a cluster that is restored or cloned with the second update.
     */
    @Value.Default
    public DatabaseInsights databaseInsights() {
        return DatabaseInsights.STANDARD;
    }

    /**
     * How often Enhanced Monitoring records what the operating system of each instance does: 1, 5, 10, 15, 30 or 60 seconds,
     * or 0 for never. It is billed as what is written to the log group {@code RDSOSMetrics} of the account, which RDS keeps
     * for 30 days. Default: 60 seconds where the profile protects data, otherwise never.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Monitoring.OS.html">Monitoring OS
     *     metrics with Enhanced Monitoring</a>
     */
    @Value.Default
    public Duration monitoringInterval() {
        return profile().dataProtection() ? Duration.ofMinutes(1) : Duration.ZERO;
    }

    /**
     * An RDS Proxy between services and the database: {@link AuroraCluster#connection} then leads through it. It keeps
     * connections open, so the cluster cannot pause. Default: none.
     */
    public abstract @Nullable AuroraProxyArgs proxy();

    /**
     * Whether SQL can be sent by HTTPS through the Data API, without a connection. Default: false.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.html">Using the Amazon RDS Data
     *     API</a>
     */
    @Value.Default
    public boolean dataApi() {
        return false;
    }

    /**
     * Parameters of the cluster by name. They take effect with the next restart of the instances. Default: only the one that
     * refuses connections without TLS, which cannot be taken away.
     */
    public abstract Map<String, String> clusterParameters();

    /** Parameters of the instances by name; they take effect with their next restart. Default: the engine's. */
    public abstract Map<String, String> instanceParameters();

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
     * AWS then upgrades it when that support ends. It is decided when the cluster is created, and a change does nothing
     * afterwards; one that is cloned or restored to a point in time may always stay.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/extended-support.html">Amazon RDS Extended
     *     Support</a>
     */
    @Value.Default
    public boolean extendedSupport() {
        return false;
    }

    /** The environment's switches, from which other options take their defaults. Default: {@link Profile#PROD}. */
    @Override
    @Value.Default
    public Profile profile() {
        return Profile.PROD;
    }

    /** Tags of every resource, copied to snapshots. Default: none. */
    public abstract Map<String, String> tags();

    /** The keys that the builder received more than once. */
    abstract List<String> repeatedKeys();

    /** Returns a builder that starts with these options. */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link AuroraClusterArgs}. */
    public static final class Builder extends ImmutableAuroraClusterArgs.Builder {
        private final RepeatedKeys keys = new RepeatedKeys();

        Builder() {}

        /** Adds a reader with the usual options. */
        public Builder reader(String name) {
            return reader(name, options -> {});
        }

        /** Adds a reader. */
        public Builder reader(String name, Consumer<AuroraReaderArgs.Builder> options) {
            var builder = AuroraReaderArgs.builder();
            options.accept(builder);
            return putReaders(keys.take("readers", name), builder.build());
        }

        /** No readers: when the writer fails, the database is away until its replacement runs. */
        public Builder withoutReaders() {
            return readers(Map.of());
        }

        /** How the number of readers follows the load. */
        public Builder readerScaling(Consumer<ReaderScaling.Builder> options) {
            var builder = ReaderScaling.builder();
            options.accept(builder);
            return readerScaling(builder.build());
        }

        /** Adds a host that leads to these readers only. */
        public Builder customEndpoint(String name, String... readers) {
            return putCustomEndpoints(keys.take("customEndpoints", name), new TreeSet<>(List.of(readers)));
        }

        /** Puts an RDS Proxy with the usual options between services and the database. */
        public Builder proxy() {
            return proxy(options -> {});
        }

        /** Puts an RDS Proxy between services and the database. */
        public Builder proxy(Consumer<AuroraProxyArgs.Builder> options) {
            var builder = AuroraProxyArgs.builder();
            options.accept(builder);
            return proxy(builder.build());
        }

        /** The key that encrypts storage, snapshots, performance data and secrets. */
        public Builder kmsKeyArn(String arn) {
            return kmsKeyArn(Output.of(arn));
        }

        /** The snapshot to create the cluster from. */
        public Builder snapshotIdentifier(String snapshot) {
            return snapshotIdentifier(Output.of(snapshot));
        }

        /** The moment in the life of another cluster whose data this one starts with. */
        public Builder restoreToPointInTime(Consumer<PointInTimeArgs.Builder> options) {
            var builder = PointInTimeArgs.builder();
            options.accept(builder);
            return restoreToPointInTime(builder.build());
        }

        /** The cluster that this one is a clone of. */
        public Builder cloneOf(String clusterIdentifier) {
            return cloneOf(Output.of(clusterIdentifier));
        }

        @Override
        public AuroraClusterArgs build() {
            if (!keys.all().isEmpty()) {
                repeatedKeys(keys.all());
            }
            return super.build();
        }
    }
}

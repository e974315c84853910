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

    /** The network. The database is placed in its isolated subnets, in at least two availability zones. Required. */
    public abstract @Nullable Network network();

    /** The engine. A change replaces the database. Default: {@link AuroraEngine#POSTGRESQL}. */
    @Value.Default
    public AuroraEngine engine() {
        return AuroraEngine.POSTGRESQL;
    }

    /**
     * The version of the engine: the major version with {@link VersionPolicy#TRACK_MAJOR}, such as {@code 17} or
     * {@code 8.0}; the full version with {@link VersionPolicy#PIN_MINOR}, such as {@code 17.4} or
     * {@code 8.0.mysql_aurora.3.08.0}. To go to a later major version, use {@link #upgradeTo}. Later releases of this
     * library keep the default. Default: 17 for PostgreSQL, 8.0 for MySQL.
     */
    @Value.Default
    public String engineVersion() {
        return EngineFacts.defaultVersion(engine());
    }

    /** The party that upgrades the cluster to later minor versions. Default: AWS, in the maintenance window. */
    @Value.Default
    public VersionPolicy versionPolicy() {
        return VersionPolicy.TRACK_MAJOR;
    }

    /**
     * The later major version to which the next update upgrades the cluster. The database is unavailable for some
     * minutes. The upgrade does not wait for the maintenance window, whatever {@link #applyImmediately} is, and other
     * changes of the cluster that wait for the window happen with it. After the upgrade, set {@link #engineVersion} to
     * this version and remove this option. Default: none.
     */
    public abstract @Nullable String upgradeTo();

    /**
     * The instance class of the writer, and of readers that have none of their own: {@code db.serverless}, or a
     * provisioned class such as {@code db.r8g.large}. Serverless and provisioned instances may be mixed. A change
     * restarts the instance; while the writer restarts, a reader takes over. Default: {@code db.serverless}.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.DBInstanceClass.html">Amazon
     *     Aurora DB instance classes</a>
     */
    @Value.Default
    public String instanceClass() {
        return AuroraInstanceClass.SERVERLESS;
    }

    /**
     * The minimum capacity of each serverless instance, in ACU (about 2 GiB of memory each), 0 to 256 in steps of 0.5.
     * With 0 the cluster pauses when it has no connections, and takes some 15 seconds to resume: a service must set
     * {@code closesIdleConnections} because its pool closes idle connections, and a service that waits less than 15
     * seconds for a connection fails. Default: the profile's.
     */
    @Value.Default
    public double minCapacity() {
        return profile().minAuroraCapacity();
    }

    /** The maximum capacity of each serverless instance, in ACU, 1 to 256 in steps of 0.5. Default: the profile's. */
    @Value.Default
    public double maxCapacity() {
        return profile().maxAuroraCapacity();
    }

    /**
     * The time without connections after which the cluster pauses, 300 to 86400 seconds. Requires {@link #minCapacity}
     * 0. Default: AWS's 300 seconds.
     */
    public abstract @Nullable Duration autoPauseAfter();

    /**
     * The readers by name: lower-case letters, digits and hyphens, at most 15 characters. Adding or removing a reader
     * does not affect the others. Default: one reader, {@code standby}, if the profile is multi-AZ, so that the failure
     * of a zone takes a minute to recover from; none otherwise.
     */
    public abstract @Nullable Map<String, AuroraReaderArgs> readers();

    /** The scaling of the number of readers. Default: none. */
    public abstract @Nullable ReaderScaling readerScaling();

    /**
     * Endpoints that connect to some of the readers only, by name: lower-case letters, digits and hyphens, at most 15
     * characters. Default: none.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Endpoints.Custom.html">Custom
     *     endpoints for Amazon Aurora</a>
     */
    public abstract Map<String, Set<String>> customEndpoints();

    /**
     * Whether an update changes one instance after another, so that two never restart at the same time. Creating the
     * cluster then takes some 6 minutes longer for each reader after the first. Default: {@code true} if the profile is
     * multi-AZ.
     */
    @Value.Default
    public boolean rollingUpdates() {
        return profile().multiAz();
    }

    /**
     * The name of the database that is created with the cluster. A change replaces the cluster. A cluster that is
     * restored or cloned has the source's database: use its name, otherwise the second update replaces the cluster.
     * Default: {@code app}.
     */
    @Value.Default
    public String databaseName() {
        return "app";
    }

    /**
     * The name of the master user, which owns everything, for migrations. RDS keeps its password in Secrets Manager and
     * rotates it. A change replaces the cluster. A cluster that is restored or cloned has the source's master user: use
     * its name, otherwise the second update replaces the cluster. Default: {@code postgres} for PostgreSQL,
     * {@code admin} for MySQL.
     */
    @Value.Default
    public String masterUsername() {
        return EngineFacts.defaultMasterUsername(engine());
    }

    /** The interval at which RDS rotates the password of the master user, 1 to 1000 whole days. Default: 7 days. */
    @Value.Default
    public Duration masterPasswordRotation() {
        return Duration.ofDays(7);
    }

    /**
     * The ARN of the KMS key that encrypts storage, snapshots, performance data and secrets. Storage is always
     * encrypted. A change replaces the cluster. Default: AWS's own key.
     */
    public abstract @Nullable Output<String> kmsKeyArn();

    /**
     * The snapshot from which the cluster is created. Another snapshot replaces the cluster; removing the option
     * afterwards changes nothing. The provider enables IAM authentication and the Data API of this cluster with the
     * second update, not with the first. A snapshot without encryption requires {@code kmsKeyArn}: otherwise the
     * cluster is not encrypted, and the next update replaces it. Default: none, an empty database.
     */
    public abstract @Nullable Output<String> snapshotIdentifier();

    /**
     * Another cluster and the point in time of it whose data this cluster starts with. The source must be encrypted.
     * Another source or time replaces the cluster; removing the option afterwards changes nothing. The provider enables
     * the Data API of this cluster with the second update, not with the first. Default: none, an empty database.
     */
    public abstract @Nullable PointInTimeArgs restoreToPointInTime();

    /**
     * The identifier of the cluster of which this one is a clone. Both share their storage until one of them writes, so
     * the clone is available in minutes, and only the differences are billed. The clone must have the source's engine
     * and region, and the source must be encrypted. Another source replaces the cluster; removing the option afterwards
     * changes nothing. The provider enables the Data API of a clone with the second update, not with the first.
     * Default: none, an empty database.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Clone.html">Cloning a
     *     volume for an Amazon Aurora DB cluster</a>
     */
    public abstract @Nullable Output<String> cloneOf();

    /** The time for which automated backups are kept, 1 to 35 whole days. Default: the profile's. */
    @Value.Default
    public Duration backupRetention() {
        return profile().backupRetention();
    }

    /** The window in which the daily backup starts, in UTC, at least 30 minutes. Default: {@code 03:00-04:00}. */
    @Value.Default
    public String backupWindow() {
        return "03:00-04:00";
    }

    /**
     * The logs that are exported to CloudWatch Logs, and kept for the profile's log retention. MySQL also has
     * {@code audit} and {@code general}. Default: {@code postgresql} and {@code iam-db-auth-error} for PostgreSQL;
     * {@code error}, {@code slowquery} and {@code iam-db-auth-error} for MySQL.
     */
    @Value.Default
    public Set<String> logExports() {
        return EngineFacts.defaultLogs(engine());
    }

    /**
     * Whether Performance Insights records the load and the waits of the database. Default: {@code true} with
     * {@link DatabaseInsights#ADVANCED}, which requires it; otherwise for provisioned writers that support it, and for
     * serverless ones with a {@code minCapacity} of at least 2, because AWS advises against it below.
     *
     * @see
     *     <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html">Performance
     *     and scaling for Aurora Serverless v2</a>
     */
    @Value.Default
    public boolean performanceInsights() {
        return databaseInsights() == DatabaseInsights.ADVANCED || AuroraInsights.areAdvised(this);
    }

    /**
     * The mode of CloudWatch Database Insights. The provider sets the mode of a cluster that is restored or cloned with
     * the second update. Default: {@link DatabaseInsights#STANDARD}, 7 days without charge.
     */
    @Value.Default
    public DatabaseInsights databaseInsights() {
        return DatabaseInsights.STANDARD;
    }

    /**
     * The interval at which Enhanced Monitoring records the operating system metrics of each instance: 1, 5, 10, 15, 30
     * or 60 seconds, or 0 for never. It is billed as data written to the account's log group {@code RDSOSMetrics},
     * which RDS keeps for 30 days. Default: 60 seconds if the profile protects data, otherwise 0.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Monitoring.OS.html">Monitoring OS
     *     metrics with Enhanced Monitoring</a>
     */
    @Value.Default
    public Duration monitoringInterval() {
        return profile().dataProtection() ? Duration.ofMinutes(1) : Duration.ZERO;
    }

    /**
     * The options of an RDS Proxy between services and the database: {@link AuroraCluster#connection} then connects to
     * the proxy. The proxy keeps connections open, so the cluster cannot pause. Default: none.
     */
    public abstract @Nullable AuroraProxyArgs proxy();

    /**
     * Whether the Data API accepts SQL over HTTPS, without a connection. Default: {@code false}.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.html">Using the Amazon RDS
     *     Data API</a>
     */
    @Value.Default
    public boolean dataApi() {
        return false;
    }

    /**
     * The parameters of the cluster by name. They take effect with the next restart of the instances. The parameter
     * that rejects connections without TLS is always set and cannot be changed. Default: only that one.
     */
    public abstract Map<String, String> clusterParameters();

    /** The parameters of the instances by name. They take effect with the next restart. Default: the engine's. */
    public abstract Map<String, String> instanceParameters();

    /**
     * Whether I/O is included in the price of storage, which is then higher: cheaper if I/O is more than a quarter of
     * the bill. It can be enabled at any time, and disabled once in 30 days. Default: {@code false}.
     *
     * @see
     *     <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.Aurora_Fea_Regions_DB-eng.Feature.storage-type.html">Aurora
     *     I/O-Optimized</a>
     */
    @Value.Default
    public boolean ioOptimized() {
        return false;
    }

    /**
     * Whether the cluster may stay on a major version after its standard support ends, at an hourly price. With
     * {@code false} AWS upgrades the cluster when that support ends. RDS takes the option at creation only: a later
     * change has no effect, and a cluster that is cloned or restored to a point in time may always stay. Default:
     * {@code false}.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/extended-support.html">Amazon RDS
     *     Extended Support</a>
     */
    @Value.Default
    public boolean extendedSupport() {
        return false;
    }

    /** The profile, from which other options take their defaults. Default: {@link Profile#PROD}. */
    @Override
    @Value.Default
    public Profile profile() {
        return Profile.PROD;
    }

    /** The tags of every resource, copied to snapshots. Default: none. */
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

        /** Adds a reader with the default options. */
        public Builder reader(String name) {
            return reader(name, options -> {});
        }

        /** Adds a reader. */
        public Builder reader(String name, Consumer<AuroraReaderArgs.Builder> options) {
            var builder = AuroraReaderArgs.builder();
            options.accept(builder);
            return putReaders(keys.take("readers", name), builder.build());
        }

        /** Removes all readers. When the writer fails, the database is then unavailable until its replacement runs. */
        public Builder withoutReaders() {
            return readers(Map.of());
        }

        /** Sets the scaling of the number of readers. */
        public Builder readerScaling(Consumer<ReaderScaling.Builder> options) {
            var builder = ReaderScaling.builder();
            options.accept(builder);
            return readerScaling(builder.build());
        }

        /** Adds an endpoint that connects to these readers only. */
        public Builder customEndpoint(String name, String... readers) {
            return putCustomEndpoints(keys.take("customEndpoints", name), new TreeSet<>(List.of(readers)));
        }

        /** Adds an RDS Proxy with the default options between services and the database. */
        public Builder proxy() {
            return proxy(options -> {});
        }

        /** Adds an RDS Proxy between services and the database. */
        public Builder proxy(Consumer<AuroraProxyArgs.Builder> options) {
            var builder = AuroraProxyArgs.builder();
            options.accept(builder);
            return proxy(builder.build());
        }

        /** Sets the ARN of the KMS key that encrypts storage, snapshots, performance data and secrets. */
        public Builder kmsKeyArn(String arn) {
            return kmsKeyArn(Output.of(arn));
        }

        /** Sets the snapshot from which the cluster is created. */
        public Builder snapshotIdentifier(String snapshot) {
            return snapshotIdentifier(Output.of(snapshot));
        }

        /** Sets another cluster and the point in time of it whose data this cluster starts with. */
        public Builder restoreToPointInTime(Consumer<PointInTimeArgs.Builder> options) {
            var builder = PointInTimeArgs.builder();
            options.accept(builder);
            return restoreToPointInTime(builder.build());
        }

        /** Sets the cluster of which this one is a clone. */
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

package dev.ashlar.data.aurora;

import com.pulumi.core.Output;
import dev.ashlar.core.Profile;
import dev.ashlar.data.VersionPolicy;
import dev.ashlar.data.aurora.internal.engine.EngineFacts;
import dev.ashlar.data.aurora.internal.instance.AuroraInsights;
import dev.ashlar.internal.check.OnlyOnce;
import dev.ashlar.internal.component.ArgsStyle;
import dev.ashlar.network.Network;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The options of an {@link AuroraCluster}. */
@Value.Immutable
@ArgsStyle
public abstract class AuroraClusterArgs
        implements AuroraInstanceOptions, AuroraProtectionOptions, AuroraMonitoringOptions {

    /** The network whose isolated subnets hold the database, in at least two zones. Required. */
    public abstract @Nullable Network network();

    /** The engine. Default: PostgreSQL. A change replaces the database. */
    @Override
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

    @Override
    @Value.Default
    public boolean performanceInsights() {
        return databaseInsights() == DatabaseInsights.ADVANCED || AuroraInsights.areAdvised(this);
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

    /** Starts the options. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link AuroraClusterArgs}. */
    public static final class Builder extends ImmutableAuroraClusterArgs.Builder {
        private final OnlyOnce onlyOnce = new OnlyOnce("AuroraClusterArgs");

        Builder() {}

        /** Adds a reader with the usual options. */
        public Builder reader(String name) {
            return reader(name, options -> {});
        }

        /** Adds a reader. */
        public Builder reader(String name, Consumer<AuroraReaderArgs.Builder> options) {
            var builder = AuroraReaderArgs.builder();
            options.accept(builder);
            return putReaders(onlyOnce.take("readers", name), builder.build());
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
            return putCustomEndpoints(onlyOnce.take("customEndpoints", name), new TreeSet<>(List.of(readers)));
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
    }
}

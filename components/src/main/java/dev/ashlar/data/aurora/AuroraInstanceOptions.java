package dev.ashlar.data.aurora;

import dev.ashlar.core.Profile;
import dev.ashlar.data.aurora.internal.instance.AuroraInstanceClass;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Which instances an {@link AuroraCluster} has, and how large they are. */
public interface AuroraInstanceOptions {

    /** The environment's switches, from which other options take their defaults. */
    Profile profile();

    /**
     * The class of the writer, and of the readers that name none: {@code db.serverless}, or a provisioned one such as
     * {@code db.r8g.large}. Serverless and provisioned instances may be mixed. Default: {@code db.serverless}. A change
     * restarts the instance; while the writer restarts, a reader takes over.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.DBInstanceClass.html">Amazon Aurora
     *     DB instance classes</a>
     */
    @Value.Default
    default String instanceClass() {
        return AuroraInstanceClass.SERVERLESS;
    }

    /**
     * The least capacity of each serverless instance, in ACU (about 2 GiB of memory each): 0 to 256 in steps of 0.5. With 0
     * the cluster pauses when nobody is connected, and takes some 15 seconds to resume: a service has to say that its pool
     * closes idle connections ({@code closesIdleConnections}), and one that waits less than 15 seconds for a connection
     * fails. Default: the profile's.
     */
    @Value.Default
    default double minCapacity() {
        return profile().minAuroraCapacity();
    }

    /** The greatest capacity of each serverless instance, in ACU: 1 to 256 in steps of 0.5. Default: the profile's. */
    @Value.Default
    default double maxCapacity() {
        return profile().maxAuroraCapacity();
    }

    /**
     * How long nobody must be connected before the cluster pauses: 300 to 86400 seconds, and only with {@link #minCapacity} 0.
     * Default: AWS's 300 seconds.
     */
    @Nullable
    Duration autoPauseAfter();

    /**
     * Readers by name: lower-case letters, digits and hyphens, at most 15 characters. Default: one, {@code standby}, when
     * the profile is multi-AZ, so that a zone's failure costs a minute; none otherwise. Adding or removing one leaves the
     * others alone.
     */
    @Nullable
    Map<String, AuroraReaderArgs> readers();

    /** How the number of readers follows the load. Default: it does not. */
    @Nullable
    ReaderScaling readerScaling();

    /**
     * Hosts that lead to some of the readers only, by name: lower-case letters, digits and hyphens, at most 15 characters.
     * Default: none.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Endpoints.Custom.html">Custom
     *     endpoints for Amazon Aurora</a>
     */
    Map<String, Set<String>> customEndpoints();

    /**
     * Whether an update changes one instance after the other, so that never two restart at once. Creating the cluster then
     * takes some 6 minutes more for each reader after the first. Default: when the profile is multi-AZ.
     */
    @Value.Default
    default boolean rollingUpdates() {
        return profile().multiAz();
    }
}

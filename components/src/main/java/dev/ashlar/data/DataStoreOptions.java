package dev.ashlar.data;

import dev.ashlar.core.Profile;
import dev.ashlar.data.aurora.AuroraCluster;
import dev.ashlar.data.cache.RedisCache;
import org.immutables.value.Value;

/** How AWS keeps a store of data: what an {@link AuroraCluster} and a {@link RedisCache} have in common. */
public interface DataStoreOptions {

    /** The environment's switches, from which other options take their defaults. */
    Profile profile();

    /**
     * When AWS may restart instances, in UTC; at least 30 minutes for an {@link AuroraCluster}, 60 for a {@link RedisCache}.
     * Default: {@code sun:05:00-sun:06:00}.
     */
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
     * Whether the store refuses to be deleted or replaced, by Pulumi's {@code protect}, and an {@link AuroraCluster} with its
     * instances also by RDS's own deletion protection, which ElastiCache has not. Default: the profile's data protection. To
     * delete a store, first update with {@code false}.
     */
    @Value.Default
    default boolean deletionProtection() {
        return profile().dataProtection();
    }

    /**
     * Whether deleting the store takes a last snapshot; the automated backups of an {@link AuroraCluster} are kept then, too.
     * Default: the profile's data protection.
     */
    @Value.Default
    default boolean finalSnapshot() {
        return profile().dataProtection();
    }
}

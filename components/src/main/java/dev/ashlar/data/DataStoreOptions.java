package dev.ashlar.data;

import dev.ashlar.core.Profile;
import dev.ashlar.data.aurora.AuroraCluster;
import dev.ashlar.data.cache.RedisCache;
import org.immutables.value.Value;

/** The options that an {@link AuroraCluster} and a {@link RedisCache} share: maintenance and protection. */
public interface DataStoreOptions {

    /** The profile, from which other options take their defaults. */
    Profile profile();

    /**
     * The window in which AWS may restart instances, in UTC; at least 30 minutes for an {@link AuroraCluster}, 60 for a
     * {@link RedisCache}. Default: {@code sun:05:00-sun:06:00}.
     */
    @Value.Default
    default String maintenanceWindow() {
        return "sun:05:00-sun:06:00";
    }

    /**
     * Whether changes that restart instances happen immediately instead of in the maintenance window. Default:
     * {@code true} unless the profile protects data.
     */
    @Value.Default
    default boolean applyImmediately() {
        return !profile().dataProtection();
    }

    /**
     * Whether the store cannot be deleted or replaced. Pulumi's {@code protect} prevents it, for an
     * {@link AuroraCluster} and its instances also RDS's own deletion protection, which ElastiCache does not have. To
     * delete a store, first update with {@code false}. Default: the profile's data protection.
     */
    @Value.Default
    default boolean deletionProtection() {
        return profile().dataProtection();
    }

    /**
     * Whether deleting the store takes a final snapshot; the automated backups of an {@link AuroraCluster} are then
     * kept, too. Default: the profile's data protection.
     */
    @Value.Default
    default boolean finalSnapshot() {
        return profile().dataProtection();
    }
}

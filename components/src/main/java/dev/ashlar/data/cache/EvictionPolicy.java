package dev.ashlar.data.cache;

import java.util.Locale;

/**
 * Which keys a cache evicts when its memory is full.
 *
 * @see <a href="https://valkey.io/topics/lru-cache/">Key eviction</a>
 */
public enum EvictionPolicy {
    /** The least recently used keys among those with an expiration: ElastiCache's default. */
    VOLATILE_LRU,
    /** The least frequently used keys among those with an expiration. */
    VOLATILE_LFU,
    /** The keys that expire soonest. */
    VOLATILE_TTL,
    /** Random keys among those with an expiration. */
    VOLATILE_RANDOM,
    /** The least recently used keys, with or without an expiration. */
    ALLKEYS_LRU,
    /** The least frequently used keys, with or without an expiration. */
    ALLKEYS_LFU,
    /** Random keys. */
    ALLKEYS_RANDOM,
    /** None: writes fail. For queues, locks and other data that must not be lost. */
    NOEVICTION;

    /** Returns the value of the engine parameter {@code maxmemory-policy}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

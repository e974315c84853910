package dev.ashlar.data.cache;

import java.util.Locale;

/**
 * What a cache gives up when its memory is full.
 *
 * @see <a href="https://valkey.io/topics/lru-cache/">Key eviction</a>
 */
public enum EvictionPolicy {
    /** Of the keys that expire, those used least recently: ElastiCache's default. */
    VOLATILE_LRU,
    /** Of the keys that expire, those used least often. */
    VOLATILE_LFU,
    /** Of the keys that expire, those that expire soonest. */
    VOLATILE_TTL,
    /** Of the keys that expire, any. */
    VOLATILE_RANDOM,
    /** The keys used least recently, whether they expire or not. */
    ALLKEYS_LRU,
    /** The keys used least often, whether they expire or not. */
    ALLKEYS_LFU,
    /** Any key. */
    ALLKEYS_RANDOM,
    /** Nothing: writes fail. For queues, locks and everything else that must not vanish. */
    NOEVICTION;

    /** The value of the parameter {@code maxmemory-policy}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

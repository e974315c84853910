package dev.ashlar.data.cache;

/** The engine of a {@link RedisCache}. Redis changes to Valkey in place; Valkey to Redis replaces the cache. */
public enum CacheEngine {
    /** Valkey, the open-source fork of Redis: the same protocol and clients, at a lower price. */
    VALKEY("valkey", "8.0"),
    /** Redis OSS. */
    REDIS("redis", "7.1");

    private final String wireName;
    private final String defaultVersion;

    CacheEngine(String wireName, String defaultVersion) {
        this.wireName = wireName;
        this.defaultVersion = defaultVersion;
    }

    /** Returns the engine's name in the ElastiCache API. */
    public String wireName() {
        return wireName;
    }

    /** Returns the version of new caches. No release of this library changes it, because that would upgrade caches. */
    public String defaultVersion() {
        return defaultVersion;
    }
}

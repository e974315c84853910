package dev.ashlar.data.cache;

import java.util.regex.Pattern;

/** The engine of a {@link RedisCache}. Redis can be changed to Valkey in place; the way back replaces the cache. */
public enum CacheEngine {
    /** The open-source continuation of Redis: the same protocol and clients, at a lower price. */
    VALKEY("valkey", "8.0", Pattern.compile("7\\.[2-9]|[89]\\.\\d")),
    /** Redis OSS. */
    REDIS("redis", "7.1", Pattern.compile("6\\.2|7\\.[01]"));

    private final String wireName;
    private final String defaultVersion;
    private final Pattern versions;

    CacheEngine(String wireName, String defaultVersion, Pattern versions) {
        this.wireName = wireName;
        this.defaultVersion = defaultVersion;
        this.versions = versions;
    }

    /** The engine in the API of ElastiCache. */
    public String wireName() {
        return wireName;
    }

    /** The version of new caches; no release of this library changes it, since that would upgrade caches. */
    public String defaultVersion() {
        return defaultVersion;
    }

    /**
     * Whether the engine has such a version with users, TLS and engine logs.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/engine-versions.html">Engine versions for
     *     ElastiCache</a>
     */
    public boolean hasVersion(String version) {
        return versions.matcher(version).matches();
    }

    /**
     * Whether a replication group of the version takes a {@code TransitEncryptionMode}; ElastiCache refuses one for Redis 6.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption-enable.html">Enabling
     *     in-transit encryption</a>: from 7.0.5 on
     */
    public boolean knowsTransitEncryptionMode(String version) {
        return !version.startsWith("6.");
    }

    /** The family of the parameter group, such as {@code valkey8} or {@code redis6.x}. */
    public String parameterFamily(String version) {
        var major = version.substring(0, version.indexOf('.'));
        return wireName + (major.equals("6") ? "6.x" : major);
    }
}

package dev.ashlar.data.cache.internal;

import dev.ashlar.data.cache.CacheEngine;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** A version of an engine, and what ElastiCache allows for it. */
record EngineVersion(CacheEngine engine, String version) {

    private static final Map<CacheEngine, Pattern> SUPPORTED = Map.of(
            CacheEngine.VALKEY, Pattern.compile("7\\.[2-9]|[89]\\.\\d"),
            CacheEngine.REDIS, Pattern.compile("6\\.2|7\\.[01]"));

    /**
     * Whether ElastiCache offers the version with users, TLS and engine logs.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/engine-versions.html">Engine versions for
     *     ElastiCache</a>
     */
    boolean isSupported() {
        return Objects.requireNonNull(SUPPORTED.get(engine)).matcher(version).matches();
    }

    /**
     * Whether a replication group of the version takes a {@code TransitEncryptionMode}, which ElastiCache rejects for
     * Redis 6.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption-enable.html">Enabling
     *     in-transit encryption</a>: from 7.0.5 on
     */
    boolean takesTransitEncryptionMode() {
        return !version.startsWith("6.");
    }

    /** Returns the family of the parameter group, such as {@code valkey8} or {@code redis6.x}. */
    String parameterFamily() {
        var major = version.substring(0, version.indexOf('.'));
        return engine.wireName() + (major.equals("6") ? "6.x" : major);
    }
}

package dev.ashlar.data.cache;

import com.pulumi.core.Output;
import dev.ashlar.core.Binding;

/** A cache that services can be bound to: a {@link RedisCache}, or one that exists already. */
public interface Cache {

    /** The port on which ElastiCache listens. */
    int PORT = 6379;

    /** The host of the primary node, or with cluster mode the one that knows all shards. */
    Output<String> endpoint();

    /** The security group that guards the cache; consumers add their own rules to it. */
    Output<String> securityGroupId();

    /**
     * Lets a service use the cache. It gets {@code <CACHE>_HOST}, {@code _PORT}, {@code _USER}, {@code _URL} ({@code
     * rediss://host:port}, TLS, without user and password), and as a secret {@code _PASSWORD}.
     */
    Binding connection();

    /**
     * As {@link #connection()}.
     *
     * @param prefix the first part of the environment variables, such as {@code REDIS} for {@code REDIS_HOST}
     */
    Binding connection(String prefix);
}

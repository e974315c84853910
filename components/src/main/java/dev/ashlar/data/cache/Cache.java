package dev.ashlar.data.cache;

import com.pulumi.core.Output;
import dev.ashlar.core.Binding;

/** A cache that services can be bound to: a {@link RedisCache}, or an existing one. */
public interface Cache {

    /** The port on which ElastiCache listens. */
    int PORT = 6379;

    /** Returns the host of the primary node, or in cluster mode the configuration endpoint. */
    Output<String> endpoint();

    /** Returns the id of the cache's security group, to which consumers add their own ingress rules. */
    Output<String> securityGroupId();

    /**
     * Returns the binding of a service that uses the cache. It provides the environment variables {@code <CACHE>_HOST},
     * {@code _PORT}, {@code _USER} and {@code _URL} ({@code rediss://host:port}: TLS, without user and password), and
     * the secret {@code <CACHE>_PASSWORD}.
     */
    Binding connection();

    /**
     * Returns the same binding with other environment variables.
     *
     * @param prefix the first part of the environment variables, such as {@code REDIS} for {@code REDIS_HOST}
     */
    Binding connection(String prefix);
}

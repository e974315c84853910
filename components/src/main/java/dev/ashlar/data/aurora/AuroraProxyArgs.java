package dev.ashlar.data.aurora;

import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The options of the RDS Proxy of an {@link AuroraCluster}. A proxy shares few connections of the database among many
 * clients, and keeps their connections open during a failover. Clients must use TLS. It costs about 0.015 USD per
 * ACU-hour, for at least 8 ACU (some 88 USD a month), or per vCPU-hour, for at least 2 vCPU.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy.html">Amazon RDS Proxy for
 *     Aurora</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class AuroraProxyArgs {

    /**
     * The database users as which services may connect through the proxy, 1 to 200. The proxy logs in for them with a
     * generated password, one secret of Secrets Manager for each user; {@link AuroraCluster#proxyUserSecret} returns
     * it. A migration must create the user with that password: {@code CREATE USER app PASSWORD '…'} in PostgreSQL,
     * without a grant of {@code rds_iam}; {@code CREATE USER app IDENTIFIED BY '…'} in MySQL. Default: {@code app}.
     */
    @Value.Default
    public Set<String> users() {
        return Set.of("app");
    }

    /**
     * Whether services log in to the proxy with IAM tokens. Otherwise any client that has a user's password may
     * connect. Default: {@code true}.
     */
    @Value.Default
    public boolean iamAuthentication() {
        return true;
    }

    /** The time after which the proxy closes an idle client connection, 1 second to 8 hours. Default: 30 minutes. */
    @Value.Default
    public Duration idleClientTimeout() {
        return Duration.ofMinutes(30);
    }

    /** The time that a client waits for a free connection, 0 to 300 seconds. Default: 120 seconds. */
    @Value.Default
    public Duration connectionBorrowTimeout() {
        return Duration.ofMinutes(2);
    }

    /** The share of the database's {@code max_connections} that the proxy may use, 1 to 100 percent. Default: 100. */
    @Value.Default
    public int maxConnectionsPercent() {
        return 100;
    }

    /**
     * The share of the database's {@code max_connections} that the proxy keeps open while they are idle, 0 to
     * {@link #maxConnectionsPercent}. Default: half of that.
     */
    @Value.Default
    public int maxIdleConnectionsPercent() {
        return maxConnectionsPercent() / 2;
    }

    /**
     * The SQL that the proxy runs when it opens a connection, such as {@code SET time_zone = '+00:00'}; statements are
     * separated by semicolons. Default: none.
     */
    public abstract @Nullable String initQuery();

    /** Returns a builder that starts with these options. */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link AuroraProxyArgs}. */
    public static final class Builder extends ImmutableAuroraProxyArgs.Builder {
        Builder() {}

        /** Sets the database users as which services may connect through the proxy. */
        public Builder users(String... names) {
            return users(new TreeSet<>(List.of(names)));
        }
    }
}

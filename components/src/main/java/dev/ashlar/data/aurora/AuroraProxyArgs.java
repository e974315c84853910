package dev.ashlar.data.aurora;

import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The options of an RDS Proxy before an {@link AuroraCluster}: it shares few connections of the database between many
 * clients, and keeps theirs open while another instance takes over. Clients reach it over TLS only. It costs about 0.015 USD
 * an hour for each ACU, 8 ACU at least (some 88 USD a month), or for each virtual processor, 2 at least.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy.html">Amazon RDS Proxy for Aurora</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class AuroraProxyArgs {

    /**
     * The database users as whom services may connect through the proxy, 1 to 200. The proxy logs in for them with a password
     * that is generated and kept in Secrets Manager, one secret for each; {@link AuroraCluster#proxyUserSecret} names it. A
     * migration has to create the user with it: {@code CREATE USER app PASSWORD '…'} in PostgreSQL, without a grant of
     * {@code rds_iam}; {@code CREATE USER app IDENTIFIED BY '…'} in MySQL. Default: {@code app}.
     */
    @Value.Default
    public Set<String> users() {
        return Set.of("app");
    }

    /**
     * Whether services log in to the proxy with tokens of IAM; otherwise any client that knows a user's password may connect.
     * Default: true.
     */
    @Value.Default
    public boolean iamAuthentication() {
        return true;
    }

    /** How long a client may be silent before the proxy hangs up, 1 second to 8 hours. Default: 30 minutes. */
    @Value.Default
    public Duration idleClientTimeout() {
        return Duration.ofMinutes(30);
    }

    /** How long a client waits for a free connection, 0 to 300 seconds. Default: 120 seconds. */
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
     * The share of the database's {@code max_connections} that the proxy keeps open although idle, 0 to
     * {@link #maxConnectionsPercent}. Default: half of that.
     */
    @Value.Default
    public int maxIdleConnectionsPercent() {
        return maxConnectionsPercent() / 2;
    }

    /**
     * SQL that runs when the proxy opens a connection, such as {@code SET time_zone = '+00:00'}; several statements are
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

        /** The database users as whom services may connect through the proxy. */
        public Builder users(String... names) {
            return users(new TreeSet<>(List.of(names)));
        }
    }
}

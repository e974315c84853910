package dev.ashlar.data.aurora.internal.proxy;

import dev.ashlar.core.Violations;
import dev.ashlar.data.aurora.AuroraCluster;
import dev.ashlar.data.aurora.AuroraEngine;
import dev.ashlar.data.aurora.AuroraProxyArgs;
import dev.ashlar.data.aurora.internal.engine.EngineFacts;
import dev.ashlar.internal.check.Check;
import dev.ashlar.internal.component.Names;
import java.util.TreeSet;

/**
 * Checks the proxy of an {@link AuroraCluster} against the rules of RDS.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ConnectionPoolConfiguration.html">Amazon
 *     RDS API Reference: ConnectionPoolConfiguration</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy.html">Amazon RDS Proxy for
 *     Aurora: quotas and limitations</a>
 */
public final class AuroraProxyCheck {

    private static final int MAX_SECRETS = 200;

    private AuroraProxyCheck() {}

    public static void check(AuroraProxyArgs proxy, AuroraEngine engine, Violations violations) {
        int longest = EngineFacts.maxUsernameLength(engine);
        var check = new Check(violations);
        check.option("proxy.users", proxy.users().size())
                .within(1, MAX_SECRETS, "a proxy logs in as 1 to 200 users", "add the users as which services connect");
        check.each(
                "proxy.users",
                new TreeSet<>(proxy.users()),
                user -> user.that(
                        given -> Names.isLabel(given.replace('_', '-')) && given.length() <= longest,
                        "a user of a proxy is a lower-case letter and lower-case letters, digits and single underscores or"
                                + " hyphens, at most %d characters".formatted(longest),
                        "use a name like \"app\""));
        check.option("proxy.idleClientTimeout", proxy.idleClientTimeout()).seconds(1, 28_800);
        check.option("proxy.connectionBorrowTimeout", proxy.connectionBorrowTimeout())
                .seconds(0, 300);
        check.option("proxy.maxConnectionsPercent", proxy.maxConnectionsPercent())
                .within(1, 100, "percent of the database's connections");
        check.option("proxy.maxIdleConnectionsPercent", proxy.maxIdleConnectionsPercent())
                .within(
                        0,
                        proxy.maxConnectionsPercent(),
                        "no more can be idle than maxConnectionsPercent, %d".formatted(proxy.maxConnectionsPercent()),
                        "use 0 to %d".formatted(proxy.maxConnectionsPercent()));
    }
}

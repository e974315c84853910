package dev.ashlar.data.aurora.internal.proxy;

import dev.ashlar.core.Violations;
import dev.ashlar.data.aurora.AuroraCluster;
import dev.ashlar.data.aurora.AuroraEngine;
import dev.ashlar.data.aurora.AuroraProxyArgs;
import dev.ashlar.data.aurora.internal.engine.EngineFacts;
import dev.ashlar.internal.check.WholeSeconds;
import dev.ashlar.internal.component.Names;
import java.util.TreeSet;

/**
 * What RDS would refuse of the proxy of an {@link AuroraCluster}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ConnectionPoolConfiguration.html">Amazon RDS API
 *     Reference: ConnectionPoolConfiguration</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy.html">Amazon RDS Proxy for Aurora:
 *     quotas and limitations</a>
 */
public final class AuroraProxyCheck {

    private static final int MAX_SECRETS = 200;

    private AuroraProxyCheck() {}

    public static void check(AuroraProxyArgs proxy, AuroraEngine engine, Violations violations) {
        int longest = EngineFacts.maxUsernameLength(engine);
        violations.expect(
                !proxy.users().isEmpty() && proxy.users().size() <= MAX_SECRETS,
                "proxy.users",
                proxy.users().size(),
                "a proxy logs in as 1 to 200 users",
                "name those that services connect as");
        new TreeSet<>(proxy.users())
                .forEach(user -> violations.expect(
                        Names.isLabel(user.replace('_', '-')) && user.length() <= longest,
                        "proxy.users",
                        '"' + user + '"',
                        "a user of a proxy is a lower-case letter and lower-case letters, digits and single underscores or hyphens, %d at most"
                                .formatted(longest),
                        "use such a name, like \"app\""));
        WholeSeconds.check("proxy.idleClientTimeout", proxy.idleClientTimeout(), 1, 28_800, violations);
        WholeSeconds.check("proxy.connectionBorrowTimeout", proxy.connectionBorrowTimeout(), 0, 300, violations);
        violations.expect(
                proxy.maxConnectionsPercent() >= 1 && proxy.maxConnectionsPercent() <= 100,
                "proxy.maxConnectionsPercent",
                proxy.maxConnectionsPercent(),
                "it is a share of the database's connections, 1 to 100 percent",
                "use such a share");
        violations.expect(
                proxy.maxIdleConnectionsPercent() >= 0
                        && proxy.maxIdleConnectionsPercent() <= proxy.maxConnectionsPercent(),
                "proxy.maxIdleConnectionsPercent",
                proxy.maxIdleConnectionsPercent(),
                "no more can be idle than maxConnectionsPercent, %d".formatted(proxy.maxConnectionsPercent()),
                "use 0 to %d".formatted(proxy.maxConnectionsPercent()));
    }
}

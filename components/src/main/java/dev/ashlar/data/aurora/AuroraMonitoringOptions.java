package dev.ashlar.data.aurora;

import dev.ashlar.core.Profile;
import dev.ashlar.data.aurora.internal.engine.EngineFacts;
import java.time.Duration;
import java.util.Set;
import org.immutables.value.Value;

/** What is recorded of an {@link AuroraCluster}. */
public interface AuroraMonitoringOptions {

    /** The engine, which has the logs. */
    AuroraEngine engine();

    /** The environment's switches, from which other options take their defaults. */
    Profile profile();

    /**
     * The logs exported to CloudWatch Logs, kept as long as the profile keeps logs. Default: {@code postgresql} and {@code
     * iam-db-auth-error} for PostgreSQL; {@code error}, {@code slowquery} and {@code iam-db-auth-error} for MySQL, which also
     * has {@code audit} and {@code general}.
     */
    @Value.Default
    default Set<String> logExports() {
        return EngineFacts.defaultLogs(engine());
    }

    /**
     * Whether Performance Insights records what the database waits for. Default: with {@link DatabaseInsights#ADVANCED},
     * which needs it; otherwise for provisioned writers that can, and for serverless ones from a {@code minCapacity} of 2,
     * since AWS advises against it below.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html">
     *     Performance and scaling for Aurora Serverless v2</a>
     */
    boolean performanceInsights();

    /**
     * How much CloudWatch Database Insights records, and for how long. Default: {@link DatabaseInsights#STANDARD}, 7 days
     * without charge. The provider sets the mode of a cluster that is restored or cloned with the second update.
     */
    @Value.Default
    default DatabaseInsights databaseInsights() {
        return DatabaseInsights.STANDARD;
    }

    /**
     * How often Enhanced Monitoring records what the operating system of each instance does: 1, 5, 10, 15, 30 or 60 seconds,
     * or 0 for never. It is billed as what is written to the log group {@code RDSOSMetrics} of the account, which RDS keeps
     * for 30 days. Default: 60 seconds where the profile protects data, otherwise never.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Monitoring.OS.html">Monitoring OS
     *     metrics with Enhanced Monitoring</a>
     */
    @Value.Default
    default Duration monitoringInterval() {
        return profile().dataProtection() ? Duration.ofMinutes(1) : Duration.ZERO;
    }
}

package dev.ashlar.data.aurora.internal.engine;

import dev.ashlar.data.aurora.AuroraEngine;
import java.util.List;
import java.util.Set;

/** The facts about Aurora's engines that defaults, checks and resources need. */
public final class EngineFacts {

    private EngineFacts() {}

    /** Returns the major version of new clusters. No release of this library changes it: that would upgrade databases. */
    public static String defaultVersion(AuroraEngine engine) {
        return switch (engine) {
            case POSTGRESQL -> "17";
            case MYSQL -> "8.0";
        };
    }

    /** Returns the name of the master user unless the caller chooses another. */
    public static String defaultMasterUsername(AuroraEngine engine) {
        return switch (engine) {
            case POSTGRESQL -> "postgres";
            case MYSQL -> "admin";
        };
    }

    /**
     * Returns the maximum length of the master user's name.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_Limits.html">Quotas and constraints
     *     for Amazon Aurora: naming constraints</a>
     */
    public static int maxMasterUsernameLength(AuroraEngine engine) {
        return switch (engine) {
            case POSTGRESQL -> 63;
            case MYSQL -> 16;
        };
    }

    /**
     * Returns the maximum length of the name of a user that SQL creates.
     *
     * @see <a href="https://dev.mysql.com/doc/refman/8.0/en/user-names.html">MySQL: Account User Names and Passwords</a>
     * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">PostgreSQL: Identifiers</a>
     */
    public static int maxUsernameLength(AuroraEngine engine) {
        return switch (engine) {
            case POSTGRESQL -> 63;
            case MYSQL -> 32;
        };
    }

    /** Returns the cluster parameter that rejects connections without TLS. */
    public static String tlsParameter(AuroraEngine engine) {
        return switch (engine) {
            case POSTGRESQL -> "rds.force_ssl";
            case MYSQL -> "require_secure_transport";
        };
    }

    /** Returns the value of {@link #tlsParameter} that rejects connections without TLS. */
    public static String tlsValue(AuroraEngine engine) {
        return switch (engine) {
            case POSTGRESQL -> "1";
            case MYSQL -> "ON";
        };
    }

    /** Returns the cluster parameter that enables logical replication to other databases. */
    public static String replicationParameter(AuroraEngine engine) {
        return switch (engine) {
            case POSTGRESQL -> "rds.logical_replication";
            case MYSQL -> "binlog_format";
        };
    }

    /** Returns the engine family in the API of RDS Proxy. */
    public static String proxyFamily(AuroraEngine engine) {
        return switch (engine) {
            case POSTGRESQL -> "POSTGRESQL";
            case MYSQL -> "MYSQL";
        };
    }

    /** Returns the logs that the engine can export to CloudWatch Logs, in a stable order. */
    public static List<String> logs(AuroraEngine engine) {
        return switch (engine) {
            case POSTGRESQL -> List.of("iam-db-auth-error", "postgresql");
            case MYSQL -> List.of("audit", "error", "general", "iam-db-auth-error", "slowquery");
        };
    }

    /** Returns the logs that are exported by default: those that have content without a parameter that enables them. */
    public static Set<String> defaultLogs(AuroraEngine engine) {
        return switch (engine) {
            case POSTGRESQL -> Set.of("iam-db-auth-error", "postgresql");
            case MYSQL -> Set.of("error", "iam-db-auth-error", "slowquery");
        };
    }
}

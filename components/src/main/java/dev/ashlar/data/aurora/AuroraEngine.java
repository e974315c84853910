package dev.ashlar.data.aurora;

import java.util.List;
import java.util.Set;

/** The engine of an Aurora cluster. */
// Its lists are made by List.of and never change.
@SuppressWarnings("ImmutableEnumChecker")
public enum AuroraEngine {
    /** Compatible with PostgreSQL. */
    POSTGRESQL(
            "aurora-postgresql",
            5432,
            "17",
            "postgres",
            63,
            "rds.force_ssl",
            "1",
            "rds.logical_replication",
            List.of("iam-db-auth-error", "postgresql"),
            List.of("iam-db-auth-error", "postgresql")),
    /** Compatible with MySQL. */
    MYSQL(
            "aurora-mysql",
            3306,
            "8.0",
            "admin",
            16,
            "require_secure_transport",
            "ON",
            "binlog_format",
            List.of("error", "iam-db-auth-error", "slowquery"),
            List.of("audit", "error", "general", "iam-db-auth-error", "slowquery"));

    private final String wireName;
    private final int port;
    private final String defaultVersion;
    private final String defaultMasterUsername;
    private final int maxUsernameLength;
    private final String tlsParameter;
    private final String tlsValue;
    private final String replicationParameter;
    private final List<String> defaultLogs;
    private final List<String> logs;

    AuroraEngine(
            String wireName,
            int port,
            String defaultVersion,
            String defaultMasterUsername,
            int maxUsernameLength,
            String tlsParameter,
            String tlsValue,
            String replicationParameter,
            List<String> defaultLogs,
            List<String> logs) {
        this.wireName = wireName;
        this.port = port;
        this.defaultVersion = defaultVersion;
        this.defaultMasterUsername = defaultMasterUsername;
        this.maxUsernameLength = maxUsernameLength;
        this.tlsParameter = tlsParameter;
        this.tlsValue = tlsValue;
        this.replicationParameter = replicationParameter;
        this.defaultLogs = defaultLogs;
        this.logs = logs;
    }

    /** The engine in the API of RDS. */
    public String wireName() {
        return wireName;
    }

    /** The TCP port on which the engine listens. */
    public int port() {
        return port;
    }

    /** The major version of new clusters; no release of this library changes it, since that would upgrade databases. */
    String defaultVersion() {
        return defaultVersion;
    }

    String defaultMasterUsername() {
        return defaultMasterUsername;
    }

    /**
     * The longest name of a master user.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_Limits.html">Quotas and constraints
     *     for Amazon Aurora: naming constraints</a>
     */
    int maxUsernameLength() {
        return maxUsernameLength;
    }

    /**
     * The longest name of a user that SQL creates.
     *
     * @see <a href="https://dev.mysql.com/doc/refman/8.0/en/user-names.html">MySQL: Account User Names and Passwords</a>
     * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">PostgreSQL: Identifiers</a>
     */
    int maxDatabaseUserLength() {
        return switch (this) {
            case POSTGRESQL -> 63;
            case MYSQL -> 32;
        };
    }

    /** The cluster parameter that refuses connections without TLS. */
    String tlsParameter() {
        return tlsParameter;
    }

    String tlsValue() {
        return tlsValue;
    }

    /** The cluster parameter that lets other databases follow the changes of this one. */
    String replicationParameter() {
        return replicationParameter;
    }

    /** The name in the API of RDS Proxy. */
    String proxyFamily() {
        return name();
    }

    /** The logs that are exported unless others are chosen: those that say something without being switched on. */
    Set<String> defaultLogs() {
        return Set.copyOf(defaultLogs);
    }

    /** The logs that the engine can export to CloudWatch Logs, in a stable order. */
    List<String> logs() {
        return logs;
    }
}

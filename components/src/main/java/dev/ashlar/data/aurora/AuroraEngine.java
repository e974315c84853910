package dev.ashlar.data.aurora;

/** The engine of an Aurora cluster. */
public enum AuroraEngine {
    /** Compatible with PostgreSQL. */
    POSTGRESQL("aurora-postgresql", 5432),
    /** Compatible with MySQL. */
    MYSQL("aurora-mysql", 3306);

    private final String wireName;
    private final int port;

    AuroraEngine(String wireName, int port) {
        this.wireName = wireName;
        this.port = port;
    }

    /** The engine in the API of RDS. */
    public String wireName() {
        return wireName;
    }

    /** The TCP port on which the engine listens. */
    public int port() {
        return port;
    }
}

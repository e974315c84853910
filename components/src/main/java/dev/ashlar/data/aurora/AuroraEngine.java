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

    /** Returns the name of the engine in the RDS API. */
    public String wireName() {
        return wireName;
    }

    /** Returns the TCP port on which the engine listens. */
    public int port() {
        return port;
    }
}

package dev.ashlar.data.aurora;

import dev.ashlar.core.Violation;
import dev.ashlar.data.Networks;
import java.util.List;

/** Options of databases for tests, and the faults in them. */
public final class Databases {

    private Databases() {}

    /** Returns options without faults. */
    public static AuroraClusterArgs.Builder valid() {
        return AuroraClusterArgs.builder().network(Networks.of(2));
    }

    /** Returns the faults of a database with these options. */
    public static List<String> faults(AuroraClusterArgs.Builder args) {
        return faults("database", args);
    }

    /** Returns the faults of a database with this name and these options. */
    public static List<String> faults(String name, AuroraClusterArgs.Builder args) {
        return AuroraCluster.check(name, args.build()).all().stream()
                .map(Violation::message)
                .toList();
    }
}

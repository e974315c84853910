package dev.ashlar.data.table.internal;

import com.pulumi.core.Output;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Signal.MissingData;
import dev.ashlar.core.Signal.Objective;
import dev.ashlar.core.Signal.Statistic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * By what a table is observed. DynamoDB publishes each of these only when it happens.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html">DynamoDB metrics
 *     and dimensions</a>
 */
public final class DynamoTableSignals {

    // DynamoDB counts its own faults for each operation, and for the table as a whole not at all.
    private static final List<String> OPERATIONS = List.of(
            "BatchGetItem",
            "BatchWriteItem",
            "DeleteItem",
            "GetItem",
            "PutItem",
            "Query",
            "Scan",
            "TransactGetItems",
            "TransactWriteItems",
            "UpdateItem");

    private final String table;
    private final Output<String> tableName;

    private DynamoTableSignals(String table, Output<String> tableName) {
        this.table = table;
        this.tableName = tableName;
    }

    public static List<Signal> of(String table, Output<String> tableName, Collection<String> globalIndexes) {
        var signals = new DynamoTableSignals(table, tableName);
        var all = new ArrayList<Signal>();
        all.add(signals.throttles("read-throttles", "ReadThrottleEvents"));
        all.add(signals.throttles("write-throttles", "WriteThrottleEvents"));
        for (var index : globalIndexes) {
            all.add(signals.throttles(index, "read-throttles", "ReadThrottleEvents"));
            all.add(signals.throttles(index, "write-throttles", "WriteThrottleEvents"));
        }
        OPERATIONS.forEach(operation -> all.add(signals.systemErrors(operation)));
        all.add(signals.userErrors());
        return List.copyOf(all);
    }

    private Signal throttles(String name, String metric) {
        return signal(name, metric)
                .putDimensions("TableName", tableName)
                .objective(Objective.atMost(0))
                .build();
    }

    private Signal throttles(String index, String name, String metric) {
        return signal(name, metric)
                .source(table + "-" + index)
                .dimensions(Map.of("TableName", tableName, "GlobalSecondaryIndexName", Output.of(index)))
                .objective(Objective.atMost(0))
                .build();
    }

    private Signal systemErrors(String operation) {
        return signal("system-errors-" + operation.toLowerCase(Locale.ROOT), "SystemErrors")
                .dimensions(Map.of("TableName", tableName, "Operation", Output.of(operation)))
                .objective(Objective.atMost(0))
                .build();
    }

    /** Of all tables of the account in the region: DynamoDB does not tell requests that it refuses by their table. */
    private Signal userErrors() {
        return signal("user-errors", "UserErrors").build();
    }

    private Signal.Builder signal(String name, String metric) {
        return Signal.builder()
                .source(table)
                .name(name)
                .namespace("AWS/DynamoDB")
                .metric(metric)
                .statistic(Statistic.SUM)
                .missingData(MissingData.NOT_BREACHING);
    }
}

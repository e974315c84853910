package dev.ashlar.data.table.internal;

import com.pulumi.core.Output;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Signal.Objective;
import dev.ashlar.core.Signal.Statistic;
import dev.ashlar.internal.aws.Signals;
import dev.ashlar.internal.component.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The signals of a table. DynamoDB publishes each of these metrics only when the event occurs.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html">DynamoDB metrics
 *     and dimensions</a>
 */
public final class DynamoTableSignals {

    // DynamoDB publishes system errors of each operation, but not of the table as a whole.
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

    private DynamoTableSignals() {}

    public static List<Signal> of(String table, Output<String> tableName, Collection<String> globalIndexes) {
        var all = new ArrayList<>(throttles(signals(table, Map.of("TableName", tableName))));
        for (var index : globalIndexes) {
            all.addAll(throttles(signals(
                    Names.child(table, index),
                    Map.of("TableName", tableName, "GlobalSecondaryIndexName", Output.of(index)))));
        }
        OPERATIONS.forEach(operation -> all.add(systemErrors(table, tableName, operation)));
        all.add(userErrors(table));
        return List.copyOf(all);
    }

    private static List<Signal> throttles(Signals signals) {
        return List.of(
                throttles(signals, "read-throttles", "ReadThrottleEvents"),
                throttles(signals, "write-throttles", "WriteThrottleEvents"));
    }

    private static Signal throttles(Signals signals, String name, String metric) {
        return signals.onEvents(name, metric, Statistic.SUM)
                .objective(Objective.atMost(0))
                .build();
    }

    private static Signal systemErrors(String table, Output<String> tableName, String operation) {
        return signals(table, Map.of("TableName", tableName, "Operation", Output.of(operation)))
                .onEvents("system-errors-" + operation.toLowerCase(Locale.ROOT), "SystemErrors", Statistic.SUM)
                .objective(Objective.atMost(0))
                .build();
    }

    /**
     * Returns the signal of rejected requests to all tables of the account and region: DynamoDB has none for one table.
     */
    private static Signal userErrors(String table) {
        return signals(table, Map.of())
                .onEvents("user-errors", "UserErrors", Statistic.SUM)
                .build();
    }

    private static Signals signals(String source, Map<String, Output<String>> dimensions) {
        return new Signals(source, "AWS/DynamoDB", dimensions);
    }
}

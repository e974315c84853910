package dev.ashlar.data.table.internal;

import dev.ashlar.core.Violations;
import dev.ashlar.data.table.DynamoTableArgs;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The parts of a table that DynamoDB never changes after creation: its key and its local secondary indexes.
 *
 * @param options the values, by the name of the option
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html">UpdateTable</a>, which
 *     accepts neither
 */
public record KeySchema(SortedMap<String, String> options) {

    /** Returns the key schema of options that passed {@link DynamoTableCheck}. */
    public static KeySchema of(DynamoTableArgs args) {
        var options = new TreeMap<String, String>();
        options.put("partitionKey", String.valueOf(args.partitionKey()));
        Optional.ofNullable(args.sortKey()).ifPresent(key -> options.put("sortKey", key.toString()));
        args.localSecondaryIndexes()
                .forEach((name, index) -> options.put(
                        "localSecondaryIndexes." + name, "%s, %s".formatted(index.sortKey(), index.projection())));
        return new KeySchema(options);
    }

    /** Returns a violation for each option that differs from the one that the table was created with. */
    public Violations changesSince(Map<?, ?> created, String table) {
        var violations = Violations.of("DynamoTable", table);
        var names = new TreeSet<>(options.keySet());
        created.keySet().forEach(option -> names.add(String.valueOf(option)));
        for (var name : names) {
            var before = created.get(name);
            var now = options.get(name);
            violations.expect(
                    now != null && now.equals(before),
                    name,
                    now,
                    before == null
                            ? "the table was created without it, and DynamoDB cannot add it"
                            : "the table was created with %s, and DynamoDB cannot change it".formatted(before),
                    "take the change back, or migrate: add a DynamoTable of another name that has it, copy the items,"
                            + " bind the services to the new table, then remove this one");
        }
        return violations;
    }
}

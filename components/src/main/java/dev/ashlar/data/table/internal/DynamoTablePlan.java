package dev.ashlar.data.table.internal;

import dev.ashlar.data.table.CapacityUnits;
import dev.ashlar.data.table.DynamoTable;
import dev.ashlar.data.table.DynamoTableArgs;
import dev.ashlar.data.table.KeyAttribute;
import dev.ashlar.data.table.KeyType;
import dev.ashlar.data.table.Projection;
import dev.ashlar.data.table.TableCapacity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of a {@link DynamoTable}.
 *
 * @param partitionKey the table's partition key
 * @param attributes the attributes that are part of a key, and no others, which DynamoDB rejects
 * @param globalIndexes the global secondary indexes
 * @param localIndexes the local secondary indexes
 * @param scaled the autoscaled capacities
 * @param ignoredChanges the properties that Application Auto Scaling changes
 */
public record DynamoTablePlan(
        KeyAttribute partitionKey,
        SortedMap<String, KeyType> attributes,
        List<GlobalIndex> globalIndexes,
        List<LocalIndex> localIndexes,
        List<ScaledCapacity> scaled,
        List<String> ignoredChanges) {

    /** A global secondary index, with its own capacity or the table's. */
    public record GlobalIndex(
            String name,
            KeyAttribute partitionKey,
            @Nullable KeyAttribute sortKey,
            Projection projection,
            TableCapacity capacity) {}

    /** A local secondary index. */
    public record LocalIndex(String name, KeyAttribute sortKey, Projection projection) {}

    /**
     * An autoscaled capacity.
     *
     * @param index the global secondary index; null for the table itself
     * @param kind {@code read} or {@code write}
     */
    public record ScaledCapacity(@Nullable String index, String kind, CapacityUnits units) {}

    /** Returns the plan of options that passed {@link DynamoTableCheck}. */
    public static DynamoTablePlan of(DynamoTableArgs args) {
        var attributes = new TreeMap<String, KeyType>();
        keys(args).forEach(key -> attributes.put(key.name(), key.type()));
        var scaled = scaled(args);
        return new DynamoTablePlan(
                Objects.requireNonNull(args.partitionKey()),
                attributes,
                globalIndexes(args),
                localIndexes(args),
                scaled,
                ignoredChanges(scaled));
    }

    private static List<GlobalIndex> globalIndexes(DynamoTableArgs args) {
        var capacities = indexCapacities(args);
        return args.globalSecondaryIndexes().entrySet().stream()
                .map(index -> new GlobalIndex(
                        index.getKey(),
                        Objects.requireNonNull(index.getValue().partitionKey()),
                        index.getValue().sortKey(),
                        index.getValue().projection(),
                        Objects.requireNonNull(capacities.get(index.getKey()))))
                .toList();
    }

    private static List<LocalIndex> localIndexes(DynamoTableArgs args) {
        return args.localSecondaryIndexes().entrySet().stream()
                .map(index -> new LocalIndex(
                        index.getKey(),
                        Objects.requireNonNull(index.getValue().sortKey()),
                        index.getValue().projection()))
                .toList();
    }

    private static Map<String, TableCapacity> indexCapacities(DynamoTableArgs args) {
        var capacities = new LinkedHashMap<String, TableCapacity>();
        args.globalSecondaryIndexes()
                .forEach((name, index) ->
                        capacities.put(name, Objects.requireNonNullElse(index.capacity(), args.capacity())));
        return capacities;
    }

    /** Returns the autoscaled capacities of the table and its indexes. */
    static List<ScaledCapacity> scaled(DynamoTableArgs args) {
        var scaled = new ArrayList<>(scaled(null, args.capacity()));
        indexCapacities(args).forEach((name, capacity) -> scaled.addAll(scaled(name, capacity)));
        return scaled;
    }

    /** Returns the attributes of every key, in the order of the options. An attribute can occur more than once. */
    static List<KeyAttribute> keys(DynamoTableArgs args) {
        var keys = new ArrayList<KeyAttribute>();
        add(keys, args.partitionKey(), args.sortKey());
        args.globalSecondaryIndexes().values().forEach(index -> add(keys, index.partitionKey(), index.sortKey()));
        args.localSecondaryIndexes().values().forEach(index -> add(keys, index.sortKey()));
        return keys;
    }

    private static void add(List<KeyAttribute> keys, @Nullable KeyAttribute... given) {
        for (var key : given) {
            Optional.ofNullable(key).ifPresent(keys::add);
        }
    }

    private static List<ScaledCapacity> scaled(@Nullable String index, TableCapacity capacity) {
        if (!(capacity instanceof TableCapacity.Provisioned provisioned)) {
            return List.of();
        }
        var scaled = new ArrayList<ScaledCapacity>();
        if (provisioned.read().isAutoscaled()) {
            scaled.add(new ScaledCapacity(index, "read", provisioned.read()));
        }
        if (provisioned.write().isAutoscaled()) {
            scaled.add(new ScaledCapacity(index, "write", provisioned.write()));
        }
        return scaled;
    }

    private static List<String> ignoredChanges(List<ScaledCapacity> scaled) {
        return scaled.stream()
                .map(capacity -> capacity.index() == null
                        ? capacity.kind() + "Capacity"
                        : "globalSecondaryIndexes[*].%sCapacity".formatted(capacity.kind()))
                .distinct()
                .toList();
    }
}

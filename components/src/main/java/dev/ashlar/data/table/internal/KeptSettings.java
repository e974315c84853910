package dev.ashlar.data.table.internal;

import dev.ashlar.core.Violations;
import dev.ashlar.data.table.DynamoTableArgs;
import dev.ashlar.data.table.TableCapacity;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Settings that a table keeps when a program omits them: the provider does not manage a missing block, so DynamoDB
 * continues to delete items or to limit requests.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TimeToLiveSpecification.html">
 *     TimeToLiveSpecification</a>, which requires the attribute to disable it, too
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_OnDemandThroughput.html">
 *     OnDemandThroughput</a>, whose limits are removed with -1
 */
public record KeptSettings(DynamoTableArgs args, DynamoTablePlan plan) {

    private static final String TIME_TO_LIVE = "timeToLiveAttribute";
    private static final String CAPACITY = "capacity";

    /** Returns the settings in force, by the name of the option. */
    public SortedMap<String, String> options() {
        var options = new TreeMap<String, String>();
        var attribute = args.timeToLiveAttribute();
        if (attribute != null && args.timeToLiveEnabled()) {
            options.put(TIME_TO_LIVE, attribute);
        }
        capacities().forEach((option, capacity) -> {
            if (capacity instanceof TableCapacity.OnDemand onDemand && onDemand.limits() != null) {
                options.put(option, "limited");
            }
        });
        return options;
    }

    /** Returns a violation for each setting that was in force and is omitted now. */
    public Violations lostSince(Map<?, ?> earlier, String table) {
        var violations = Violations.of("DynamoTable", table);
        var attribute = earlier.get(TIME_TO_LIVE);
        var now = args.timeToLiveAttribute();
        violations.expect(
                attribute == null || attribute.equals(now),
                TIME_TO_LIVE,
                now,
                "DynamoDB deletes items by %s until that is switched off".formatted(attribute),
                "keep it and set timeToLiveEnabled to false, update the stack, and change it an hour later");
        capacities()
                .forEach((option, capacity) -> violations.expect(
                        !earlier.containsKey(option) || !isUnlimited(capacity),
                        option,
                        capacity + " without limits",
                        "the table keeps its limits until others are set",
                        "use TableCapacity.onDemand(-1, -1)"));
        return violations;
    }

    private SortedMap<String, TableCapacity> capacities() {
        var capacities = new TreeMap<String, TableCapacity>();
        capacities.put(CAPACITY, args.capacity());
        plan.globalIndexes()
                .forEach(index ->
                        capacities.put("globalSecondaryIndexes.%s.capacity".formatted(index.name()), index.capacity()));
        return capacities;
    }

    private static boolean isUnlimited(TableCapacity capacity) {
        return capacity instanceof TableCapacity.OnDemand onDemand && onDemand.limits() == null;
    }
}

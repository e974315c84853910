package dev.ashlar.data.table.internal;

import dev.ashlar.core.Violations;
import dev.ashlar.data.table.CapacityUnits;
import dev.ashlar.data.table.DynamoTable;
import dev.ashlar.data.table.DynamoTableArgs;
import dev.ashlar.data.table.KeyAttribute;
import dev.ashlar.data.table.KeyType;
import dev.ashlar.data.table.TableCapacity;
import dev.ashlar.data.table.TableEncryption;
import dev.ashlar.internal.check.Check;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import java.util.HashMap;
import java.util.Objects;

/**
 * Rejects options of a {@link DynamoTable} that DynamoDB rejects.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">Constraints in Amazon
 *     DynamoDB</a>
 */
public final class DynamoTableCheck {

    private static final int MAX_ATTRIBUTE = 255;
    private static final int NO_LIMIT = -1;

    private final DynamoTableArgs args;
    private final Violations violations;
    private final Check check;

    private DynamoTableCheck(String name, DynamoTableArgs args) {
        this.args = args;
        this.violations = Violations.of("DynamoTable", name);
        this.check = new Check(violations);
    }

    public static Violations check(String name, DynamoTableArgs args) {
        var check = new DynamoTableCheck(name, args);
        Names.check(name, check.violations);
        Tags.check(args.tags(), check.violations);
        check.keys();
        check.attributeTypes();
        new TableIndexCheck(args, check.violations).check();
        check.capacities();
        check.recovery();
        check.encryption();
        check.timeToLive();
        return check.violations;
    }

    private void keys() {
        check.option("partitionKey", args.partitionKey())
                .required("a table requires a partition key", "set one, such as partitionKey(\"id\", KeyType.STRING)");
        TableIndexCheck.differ("sortKey", args.sortKey(), args.partitionKey(), check);
    }

    private void attributeTypes() {
        var types = new HashMap<String, KeyAttribute>();
        for (var key : DynamoTablePlan.keys(args)) {
            if (!isComplete(key)) {
                continue;
            }
            var other = types.putIfAbsent(key.name(), key);
            var option = "attribute " + key.name();
            if (other == null) {
                attributeName(option, key.name());
            } else {
                check.option(option, key.type())
                        .that(
                                type -> type == other.type(),
                                "another key defines it as %s, and an attribute has one type".formatted(other.type()),
                                "use the same type everywhere");
            }
        }
    }

    private boolean isComplete(KeyAttribute key) {
        return check.option("attribute", key.name())
                        .required("key attributes require a name", "set one, such as \"id\"")
                        .passed()
                && check.option("attribute " + key.name(), key.type())
                        .required("key attributes require a type", "set a KeyType")
                        .passed();
    }

    private void attributeName(String option, String name) {
        check.option(option, name)
                .length(
                        1,
                        MAX_ATTRIBUTE,
                        "names of key attributes have 1 to %d".formatted(MAX_ATTRIBUTE),
                        "use a name of this length");
    }

    private void capacities() {
        capacity("capacity", args.capacity());
        args.globalSecondaryIndexes().forEach((name, index) -> {
            var option = "globalSecondaryIndexes." + name + ".capacity";
            var given = index.capacity();
            if (given == null) {
                return;
            }
            capacity(option, given);
            check.option(option, given)
                    .that(
                            () -> given.getClass() == args.capacity().getClass(),
                            "the table is %s, and both have one billing mode".formatted(args.capacity()),
                            "use the same kind of capacity");
        });
        scaledTogether("read");
        scaledTogether("write");
    }

    /**
     * Changes by Auto Scaling are ignored for all indexes at once, because Pulumi names items of a list by position.
     */
    private void scaledTogether(String kind) {
        var indexes = args.globalSecondaryIndexes().size();
        var scaled = DynamoTablePlan.scaled(args).stream()
                .filter(capacity -> capacity.index() != null && capacity.kind().equals(kind))
                .count();
        violations.expect(
                scaled == 0 || scaled == indexes,
                "globalSecondaryIndexes",
                "%d of %d indexes with autoscaled %s capacity".formatted(scaled, indexes, kind),
                "Pulumi ignores changes of the capacity of all indexes or of none",
                "autoscale all of them or none");
    }

    private void capacity(String option, TableCapacity capacity) {
        if (capacity instanceof TableCapacity.Provisioned provisioned) {
            units(option + ".read", provisioned.read());
            units(option + ".write", provisioned.write());
        } else if (capacity instanceof TableCapacity.OnDemand onDemand && onDemand.limits() != null) {
            limit(option + ".maxReadRequestUnits", onDemand.limits().read());
            limit(option + ".maxWriteRequestUnits", onDemand.limits().write());
        }
    }

    private void units(String option, CapacityUnits units) {
        violations.expect(
                units.min() >= 1 && units.max() >= units.min(),
                option,
                "%d to %d".formatted(units.min(), units.max()),
                "capacity is at least 1 unit, and the maximum is not below the minimum",
                "use numbers in this range");
    }

    private void limit(String option, int limit) {
        check.option(option, limit)
                .that(
                        units -> units >= 1 || units == NO_LIMIT,
                        "a limit is 1 or more, or -1 for none",
                        "use one of these");
    }

    private void recovery() {
        check.option("recoveryPeriod", args.recoveryPeriod()).days(1, 35);
    }

    private void encryption() {
        var managed = args.encryption() == TableEncryption.CUSTOMER_MANAGED;
        check.option("encryption", args.encryption())
                .that(
                        () -> managed || args.kmsKeyArn() == null,
                        "kmsKeyArn is set too, and would not be used",
                        "remove one of them")
                .that(() -> !managed || args.kmsKeyArn() != null, "it requires kmsKeyArn", "set the key's ARN");
    }

    private void timeToLive() {
        var attribute = args.timeToLiveAttribute();
        if (attribute == null) {
            return;
        }
        attributeName("timeToLiveAttribute", attribute);
        DynamoTablePlan.keys(args).stream()
                .filter(key -> attribute.equals(key.name()))
                .map(KeyAttribute::type)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(type -> check.option("timeToLiveAttribute", attribute)
                        .that(
                                () -> type == KeyType.NUMBER,
                                "a key defines it as %s, and DynamoDB requires a number of seconds".formatted(type),
                                "use another attribute"));
    }
}

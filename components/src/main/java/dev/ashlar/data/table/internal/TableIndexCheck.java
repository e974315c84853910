package dev.ashlar.data.table.internal;

import dev.ashlar.core.Violations;
import dev.ashlar.data.table.DynamoTable;
import dev.ashlar.data.table.DynamoTableArgs;
import dev.ashlar.data.table.GlobalSecondaryIndexArgs;
import dev.ashlar.data.table.KeyAttribute;
import dev.ashlar.data.table.LocalSecondaryIndexArgs;
import dev.ashlar.data.table.Projection;
import dev.ashlar.internal.check.Check;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rejects indexes of a {@link DynamoTable} that DynamoDB rejects.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html">Quotas in Amazon
 *     DynamoDB</a>
 */
final class TableIndexCheck {

    private static final int MAX_GLOBAL_INDEXES = 20;
    private static final int MAX_LOCAL_INDEXES = 5;
    private static final int MAX_INCLUDED = 20;
    private static final int MAX_INCLUDED_IN_TABLE = 100;
    private static final List<String> PROJECTIONS = List.of("ALL", "KEYS_ONLY", "INCLUDE");
    private static final Pattern INDEX_NAME = Pattern.compile("[a-zA-Z0-9_.-]{3,255}");

    private final DynamoTableArgs args;
    private final Check check;

    TableIndexCheck(DynamoTableArgs args, Violations violations) {
        this.args = args;
        this.check = new Check(violations);
    }

    void check() {
        globalIndexes();
        localIndexes();
        projections();
    }

    /** Adds a violation if the sort key is the attribute of the partition key. */
    static void differ(
            String option, @Nullable KeyAttribute sortKey, @Nullable KeyAttribute partitionKey, Check check) {
        check.option(option, sortKey)
                .that(
                        key -> partitionKey == null
                                || key.name() == null
                                || !key.name().equals(partitionKey.name()),
                        "the partition key is the same attribute, which cannot sort a partition",
                        "use another attribute, or none");
    }

    private void globalIndexes() {
        count("globalSecondaryIndexes", args.globalSecondaryIndexes(), MAX_GLOBAL_INDEXES);
        args.globalSecondaryIndexes().forEach((name, index) -> {
            var option = "globalSecondaryIndexes." + name;
            indexName(option, name);
            check.option(option + ".partitionKey", index.partitionKey())
                    .required(
                            "a global index requires a partition key",
                            "set one, such as partitionKey(\"status\", KeyType.STRING)");
            differ(option + ".sortKey", index.sortKey(), index.partitionKey(), check);
            check.option(option, name)
                    .shownAs("defined twice")
                    .when(args.localSecondaryIndexes().containsKey(name))
                    .absent("a local index has the same name", "rename one of them");
        });
    }

    private void localIndexes() {
        var indexes = args.localSecondaryIndexes();
        count("localSecondaryIndexes", indexes, MAX_LOCAL_INDEXES);
        check.option("localSecondaryIndexes", indexes.keySet())
                .when(args.sortKey() == null)
                .absent("without sortKey a partition has only one item", "set sortKey, or use global indexes");
        indexes.forEach((name, index) -> {
            var option = "localSecondaryIndexes." + name;
            indexName(option, name);
            check.option(option + ".sortKey", index.sortKey())
                    .required(
                            "a local index requires a sort key", "set one, such as sortKey(\"date\", KeyType.STRING)");
            differ(option + ".sortKey", index.sortKey(), args.partitionKey(), check);
        });
    }

    private void count(String option, Map<String, ?> indexes, int maximum) {
        check.count(option, indexes.size(), "indexes").atMost(maximum, "a table has at most " + maximum, "remove some");
    }

    private void indexName(String option, String name) {
        check.option(option, name)
                .matches(
                        INDEX_NAME,
                        "names of indexes are 3 to 255 letters, digits, dots, hyphens and underscores",
                        "use a name like by-status");
    }

    private void projections() {
        args.globalSecondaryIndexes()
                .forEach((name, index) -> projection("globalSecondaryIndexes." + name, index.projection()));
        args.localSecondaryIndexes()
                .forEach((name, index) -> projection("localSecondaryIndexes." + name, index.projection()));
        var included = Stream.concat(
                        args.globalSecondaryIndexes().values().stream().map(GlobalSecondaryIndexArgs::projection),
                        args.localSecondaryIndexes().values().stream().map(LocalSecondaryIndexArgs::projection))
                .mapToInt(projection -> projection.nonKeyAttributes().size())
                .sum();
        check.count("projection", included, "attributes included by all indexes together")
                .atMost(
                        MAX_INCLUDED_IN_TABLE,
                        "DynamoDB allows at most " + MAX_INCLUDED_IN_TABLE,
                        "use Projection.ALL for some of them");
    }

    private void projection(String index, Projection projection) {
        var option = index + ".projection";
        var includes = projection.type().equals("INCLUDE");
        var included = projection.nonKeyAttributes().size();
        check.option(option, projection.type())
                .oneOf(
                        PROJECTIONS,
                        "the types are %s".formatted(PROJECTIONS),
                        "use Projection.ALL, Projection.KEYS_ONLY or Projection.include");
        check.option(option, projection)
                .that(
                        () -> included == 0 || includes,
                        "only INCLUDE lists attributes",
                        "use Projection.include, or list none")
                .that(
                        () -> Set.copyOf(projection.nonKeyAttributes()).size() == included,
                        "DynamoDB accepts each attribute once",
                        "remove the repetition");
        check.count(option, included, "attributes")
                .when(includes)
                .within(
                        1,
                        MAX_INCLUDED,
                        "an index includes 1 to %d by name".formatted(MAX_INCLUDED),
                        "use Projection.ALL or KEYS_ONLY");
    }
}

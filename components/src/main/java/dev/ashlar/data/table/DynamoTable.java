package dev.ashlar.data.table;

import com.pulumi.aws.dynamodb.ContributorInsights;
import com.pulumi.aws.dynamodb.ContributorInsightsArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.ashlar.core.Component;
import dev.ashlar.core.Observable;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Violations;
import dev.ashlar.data.table.internal.DynamoTableCheck;
import dev.ashlar.data.table.internal.DynamoTablePlan;
import dev.ashlar.data.table.internal.DynamoTableProperties;
import dev.ashlar.data.table.internal.DynamoTableScaling;
import dev.ashlar.data.table.internal.DynamoTableSignals;
import dev.ashlar.data.table.internal.ExistingTable;
import dev.ashlar.data.table.internal.KeptSettings;
import dev.ashlar.data.table.internal.KeySchema;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.Children;
import dev.ashlar.internal.component.Created;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Creates a DynamoDB table, encrypted, with point-in-time recovery, and on demand by default. The resources are the
 * table; with autoscaled capacity a scalable target and a scaling policy for reads and for writes of the table and each
 * global index; with {@code contributorInsights} a setting of the table and each global index.
 *
 * <p>On demand, a million reads cost 0.125 USD and a million writes 0.625 USD (of 4 KB and 1 KB); a GB costs 0.25 USD a
 * month, and 0.20 USD more with point-in-time recovery. An empty table without requests costs nothing.
 *
 * <p><b>Changes of the key.</b> DynamoDB cannot change {@code partitionKey}, {@code sortKey} and
 * {@code localSecondaryIndexes} of a table; the provider would replace the table with an empty one. This component
 * rejects these changes at preview, using the outputs that it registered in the last update. A table whose first update
 * failed, or that was imported, is protected by {@code deletionProtection} until the next update. To migrate to another
 * key:
 *
 * <ol>
 *   <li>Add a second {@code DynamoTable} with another name and the new key, and update the stack.
 *   <li>Set {@code stream} of the old table, and bind a service that copies each change to {@code oldTable.stream()} and
 *       {@code newTable.write()}.
 *   <li>Copy the items: a service with {@code oldTable.read()} and {@code newTable.write()} that scans, or an export to S3
 *       and AWS Glue.
 *   <li>Bind the services to the new table; {@code newTable.readWrite("orders")} keeps their environment variables.
 *   <li>Set {@code deletionProtection(false)} at the old table, update the stack, remove the table, and update it again.
 * </ol>
 *
 * <p>If the data can be lost, rename the table: the new name creates a new table and deletes the old one.
 *
 * <p>An update adds, changes and removes global secondary indexes one after the other, and waits for DynamoDB to build
 * each.
 *
 * <pre>{@code
 * var orders = new DynamoTable("orders", DynamoTableArgs.builder()
 *         .partitionKey("customer", KeyType.STRING)
 *         .sortKey("placedAt", KeyType.STRING)
 *         .globalSecondaryIndex("by-status", index -> index.partitionKey("status", KeyType.STRING))
 *         .build());
 * }</pre>
 */
public final class DynamoTable extends Component implements Table, Observable {

    private static final String TYPE = "ashlar:data:DynamoTable";
    private static final String KEY_SCHEMA = "keySchema";
    private static final String KEPT_SETTINGS = "keptSettings";

    private final String name;
    private final DynamoTableArgs args;
    private final Created<Resources> created;

    private record Resources(
            com.pulumi.aws.dynamodb.Table table, Map<String, String> keySchema, Map<String, String> keptSettings) {}

    /**
     * Creates a table.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public DynamoTable(String name, DynamoTableArgs args) {
        this(name, args, null);
    }

    /**
     * Creates a table.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public DynamoTable(String name, DynamoTableArgs args, @Nullable ComponentResourceOptions options) {
        super(TYPE, name, options, check(name, args));
        this.name = name;
        this.args = args;
        this.created = create(() -> {
            var children = children(args.tags());
            var plan = DynamoTablePlan.of(args);
            var keySchema = KeySchema.of(args);
            var keptSettings = new KeptSettings(args, plan);
            var table = createTable(children, args, plan, guard(name, keySchema, keptSettings));
            var scaling = new DynamoTableScaling(children, table.name());
            plan.scaled().forEach(scaling::create);
            if (args.contributorInsights()) {
                createContributorInsights(children, args, table.name());
            }
            return new Resources(table, keySchema.options(), keptSettings.options());
        });
        registerOutputs(Map.of(
                "tableName",
                tableName(),
                "tableArn",
                tableArn(),
                KEY_SCHEMA,
                created.output(resources -> Output.of(resources.keySchema())),
                KEPT_SETTINGS,
                created.output(resources -> Output.of(resources.keptSettings()))));
    }

    /** Returns the violations of the options; empty if the table can be created. */
    public static Violations check(String name, DynamoTableArgs args) {
        var violations = DynamoTableCheck.check(name, args);
        RepeatedKeys.check(args.repeatedKeys(), violations);
        return violations;
    }

    /**
     * Returns an existing table, created by hand, by another stack or by another library. Creates nothing.
     *
     * @param name the table's name in messages, in the consumers' policies and in environment variables
     * @throws dev.ashlar.core.InvalidArgsException if facts are missing
     */
    public static Table fromExisting(String name, ExistingTableArgs args) {
        return ExistingTable.of(name, args);
    }

    private Output<List<Resource>> guard(String name, KeySchema keySchema, KeptSettings keptSettings) {
        return rejectImmutableChanges(Map.of(
                KEY_SCHEMA, earlier -> keySchema.changesSince(earlier, name),
                KEPT_SETTINGS, earlier -> keptSettings.lostSince(earlier, name)));
    }

    private static com.pulumi.aws.dynamodb.Table createTable(
            Children children, DynamoTableArgs args, DynamoTablePlan plan, Output<List<Resource>> guard) {
        return new com.pulumi.aws.dynamodb.Table(
                children.name(),
                DynamoTableProperties.of(args, plan, children.tags()),
                children.options(options -> options.protect(args.deletionProtection())
                        .ignoreChanges(plan.ignoredChanges().toArray(String[]::new))
                        .dependsOn(guard)));
    }

    private static void createContributorInsights(Children children, DynamoTableArgs args, Output<String> tableName) {
        new ContributorInsights(
                children.name(),
                ContributorInsightsArgs.builder().tableName(tableName).build(),
                children.options());
        args.globalSecondaryIndexes()
                .keySet()
                .forEach(index -> new ContributorInsights(
                        children.name(index),
                        ContributorInsightsArgs.builder()
                                .tableName(tableName)
                                .indexName(index)
                                .build(),
                        children.options()));
    }

    @Override
    public String label() {
        return name;
    }

    @Override
    public Output<String> tableName() {
        return created.output(resources -> resources.table().name());
    }

    @Override
    public Output<String> tableArn() {
        return created.output(resources -> resources.table().arn());
    }

    @Override
    public Optional<Output<String>> streamArn() {
        return Optional.ofNullable(args.stream())
                .map(view -> created.output(resources -> resources.table().streamArn()));
    }

    @Override
    public @Nullable Output<String> kmsKeyArn() {
        return args.kmsKeyArn();
    }

    @Override
    public List<Signal> signals() {
        return DynamoTableSignals.of(
                name, tableName(), args.globalSecondaryIndexes().keySet());
    }
}

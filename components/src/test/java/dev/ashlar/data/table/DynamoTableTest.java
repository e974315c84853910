package dev.ashlar.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.compute.FargateService;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Binding;
import dev.ashlar.core.Profile;
import dev.ashlar.core.Signal;
import dev.ashlar.graph.GraphDifference;
import dev.ashlar.graph.GraphResource;
import dev.ashlar.graph.ResourceGraph;
import dev.ashlar.preflight.testkit.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DynamoTableTest {

    private static final String TABLE = "aws:dynamodb/table:Table";
    private static final String TARGET = "aws:appautoscaling/target:Target";
    private static final String POLICY = "aws:appautoscaling/policy:Policy";
    private static final String KEY = "arn:aws:kms:eu-central-1:000000000000:key/1";
    private static final TableCapacity SCALED =
            TableCapacity.provisioned(CapacityUnits.autoscaled(5, 100), CapacityUnits.autoscaled(2, 50));

    private static DynamoTableArgs.Builder valid() {
        return DynamoTableArgs.builder()
                .partitionKey("customer", KeyType.STRING)
                .sortKey("placedAt", KeyType.STRING);
    }

    private static DynamoTableArgs.Builder indexed() {
        return valid().globalSecondaryIndex("by-status", index -> index.partitionKey("status", KeyType.STRING)
                        .sortKey("placedAt", KeyType.STRING))
                .globalSecondaryIndex("by-price", index -> index.partitionKey("price", KeyType.NUMBER)
                        .projection(Projection.KEYS_ONLY));
    }

    private static Recording recording(DynamoTableArgs.Builder args) {
        return Recording.of(context -> new DynamoTable("orders", args.build()));
    }

    private static ResourceGraph graph(DynamoTableArgs.Builder args) {
        return recording(args).graph();
    }

    private static GraphResource table(DynamoTableArgs.Builder args) {
        return graph(args).resource(TABLE, "orders");
    }

    @Test
    void creates_only_a_table_by_default() {
        assertThat(graph(valid()).golden()).isEqualTo("""
                        ashlar:data:DynamoTable  orders  project-stack
                        aws:dynamodb/table:Table  orders  orders
                        pulumi:pulumi:Stack  project-stack  -
                        """);
    }

    @Test
    void is_on_demand_by_default() {
        var table = table(indexed());

        assertThat(table.input("billingMode")).isEqualTo("PAY_PER_REQUEST");
        assertThat(table.input("readCapacity")).isNull();
        assertThat(table.input("onDemandThroughput")).isNull();
        assertThat(table.options().ignoreChanges()).isEmpty();
    }

    @Test
    void limits_requests_of_the_table_and_its_indexes() {
        var table = table(indexed().capacity(TableCapacity.onDemand(1000, 200)));

        var limits = Map.of("maxReadRequestUnits", 1000, "maxWriteRequestUnits", 200);
        assertThat(table.input("onDemandThroughput")).isEqualTo(limits);
        assertThat(table.input("globalSecondaryIndexes[0].onDemandThroughput")).isEqualTo(limits);
    }

    @Test
    void does_not_ignore_changes_of_fixed_capacity() {
        var graph =
                graph(indexed().capacity(TableCapacity.provisioned(CapacityUnits.fixed(5), CapacityUnits.fixed(2))));
        var table = graph.resource(TABLE, "orders");

        assertThat(table.input("billingMode")).isEqualTo("PROVISIONED");
        assertThat(table.input("readCapacity")).isEqualTo(5);
        assertThat(table.input("globalSecondaryIndexes[1].writeCapacity")).isEqualTo(2);
        assertThat(table.options().ignoreChanges()).isEmpty();
        assertThat(graph.names(TARGET)).isEmpty();
    }

    @Test
    void autoscales_the_table_and_each_index() {
        var graph = graph(indexed().capacity(SCALED));
        var table = graph.resource(TABLE, "orders");

        assertThat(graph.names(TARGET))
                .isEqualTo(graph.names(POLICY))
                .containsExactly(
                        "orders-by-price-read",
                        "orders-by-price-write",
                        "orders-by-status-read",
                        "orders-by-status-write",
                        "orders-read",
                        "orders-write");
        assertThat(table.options().ignoreChanges())
                .containsExactly(
                        "globalSecondaryIndexes[*].readCapacity",
                        "globalSecondaryIndexes[*].writeCapacity",
                        "readCapacity",
                        "writeCapacity");
        var target = graph.resource(TARGET, "orders-by-price-read");
        assertThat(target.input("resourceId")).isEqualTo("table/%s/index/by-price".formatted(table.output("name")));
        assertThat(target.input("scalableDimension")).isEqualTo("dynamodb:index:ReadCapacityUnits");
        assertThat(target.input("minCapacity")).isEqualTo(5);
        assertThat(target.input("maxCapacity")).isEqualTo(100);
        assertThat(graph.resource(TARGET, "orders-write").input("scalableDimension"))
                .isEqualTo("dynamodb:table:WriteCapacityUnits");
        var policy = graph.resource(POLICY, "orders-write");
        assertThat(policy.input("targetTrackingScalingPolicyConfiguration.targetValue"))
                .isEqualTo(70);
        assertThat(policy.input("targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification"))
                .isEqualTo(Map.of("predefinedMetricType", "DynamoDBWriteCapacityUtilization"));
    }

    @Test
    void enables_point_in_time_recovery() {
        assertThat(table(valid().profile(Profile.DEV)).input("pointInTimeRecovery"))
                .isEqualTo(Map.of("enabled", true, "recoveryPeriodInDays", 35));
        assertThat(table(valid().recoveryPeriod(Duration.ofDays(7))).input("pointInTimeRecovery.recoveryPeriodInDays"))
                .isEqualTo(7);
        assertThat(table(valid().pointInTimeRecovery(false)).input("pointInTimeRecovery"))
                .isEqualTo(Map.of("enabled", false));
    }

    @Test
    void is_protected_when_the_profile_protects_data() {
        assertThat(table(valid()).input("deletionProtectionEnabled")).isEqualTo(true);
        assertThat(table(valid()).options().protect()).isTrue();
        assertThat(table(valid().profile(Profile.DEV)).input("deletionProtectionEnabled"))
                .isEqualTo(false);
        assertThat(table(valid().profile(Profile.DEV)).options().protect()).isFalse();
    }

    @Test
    void is_encrypted_with_the_chosen_key() {
        assertThat(table(valid()).input("serverSideEncryption")).isEqualTo(Map.of("enabled", false));
        assertThat(table(valid().encryption(TableEncryption.AWS_MANAGED)).input("serverSideEncryption"))
                .isEqualTo(Map.of("enabled", true));
        assertThat(table(valid().kmsKeyArn(KEY)).input("serverSideEncryption"))
                .isEqualTo(Map.of("enabled", true, "kmsKeyArn", KEY));
    }

    @Test
    void enables_time_to_live_and_a_stream() {
        var table = table(valid().timeToLiveAttribute("expiresAt").stream(StreamView.NEW_AND_OLD_IMAGES));

        assertThat(table.input("ttl")).isEqualTo(Map.of("attributeName", "expiresAt", "enabled", true));
        assertThat(table.input("streamEnabled")).isEqualTo(true);
        assertThat(table.input("streamViewType")).isEqualTo("NEW_AND_OLD_IMAGES");
        assertThat(table(valid()).input("ttl")).isNull();
        assertThat(table(valid()).input("streamEnabled")).isEqualTo(false);
    }

    @Test
    void disables_time_to_live_in_two_updates() {
        var created = recording(valid().timeToLiveAttribute("expiresAt"));

        assertThat(created.nextFailing(context -> new DynamoTable("orders", valid().build()))
                        .failure())
                .isEqualTo(
                        "DynamoTable \"orders\": timeToLiveAttribute is missing, but DynamoDB deletes items by expiresAt"
                                + " until that is switched off; keep it and set timeToLiveEnabled to false, update the stack, and change it an hour later.");
        assertThat(created.nextFailing(context -> new DynamoTable(
                                "orders", valid().timeToLiveAttribute("endsAt").build()))
                        .failure())
                .startsWith(
                        "DynamoTable \"orders\": timeToLiveAttribute is endsAt, but DynamoDB deletes items by expiresAt");
        var ended = valid().timeToLiveAttribute("expiresAt").timeToLiveEnabled(false);
        assertThat(created.next(context -> new DynamoTable("orders", ended.build()))
                        .graph()
                        .resource(TABLE, "orders")
                        .input("ttl"))
                .isEqualTo(Map.of("attributeName", "expiresAt", "enabled", false));
        recording(ended).next(context -> new DynamoTable("orders", valid().build()));
    }

    @Test
    void removes_limits_of_requests_only_with_minus_one() {
        var created = recording(indexed().capacity(TableCapacity.onDemand(1000, 200)));

        assertThat(created.nextFailing(
                                context -> new DynamoTable("orders", indexed().build()))
                        .failure())
                .contains(
                        "capacity is on demand without limits, but the table keeps its limits until others are set; use TableCapacity.onDemand(-1, -1).")
                .contains("globalSecondaryIndexes.by-status.capacity is on demand without limits");
        created.next(context -> new DynamoTable(
                "orders", indexed().capacity(TableCapacity.onDemand(-1, -1)).build()));
        created.next(
                context -> new DynamoTable("orders", indexed().capacity(SCALED).build()));
    }

    @Test
    void creates_indexes_with_keys_and_projections() {
        var table = table(
                indexed().localSecondaryIndex("by-price-of-customer", index -> index.sortKey("price", KeyType.NUMBER)
                        .projection(Projection.include("status"))));

        assertThat(table.input("hashKey")).isEqualTo("customer");
        assertThat(table.input("rangeKey")).isEqualTo("placedAt");
        assertThat(table.input("attributes"))
                .isEqualTo(List.of(
                        Map.of("name", "customer", "type", "S"),
                        Map.of("name", "placedAt", "type", "S"),
                        Map.of("name", "price", "type", "N"),
                        Map.of("name", "status", "type", "S")));
        assertThat(table.input("globalSecondaryIndexes"))
                .isEqualTo(List.of(
                        Map.of(
                                "name", "by-status",
                                "hashKey", "status",
                                "rangeKey", "placedAt",
                                "projectionType", "ALL"),
                        Map.of("name", "by-price", "hashKey", "price", "projectionType", "KEYS_ONLY")));
        assertThat(table.input("localSecondaryIndexes"))
                .isEqualTo(List.of(Map.of(
                        "name",
                        "by-price-of-customer",
                        "rangeKey",
                        "price",
                        "projectionType",
                        "INCLUDE",
                        "nonKeyAttributes",
                        List.of("status"))));
    }

    @Test
    void sets_the_table_class_and_contributor_insights() {
        var graph = graph(
                indexed().tableClass(TableClass.STANDARD_INFREQUENT_ACCESS).contributorInsights(true));

        assertThat(graph.resource(TABLE, "orders").input("tableClass")).isEqualTo("STANDARD_INFREQUENT_ACCESS");
        assertThat(graph.names("aws:dynamodb/contributorInsights:ContributorInsights"))
                .containsExactly("orders", "orders-by-price", "orders-by-status");
    }

    @Test
    void rejects_another_key_at_preview_and_explains_the_migration() {
        var created = recording(valid());

        var failed = created.nextFailing(context -> new DynamoTable(
                "orders", valid().sortKey("placedAt", KeyType.NUMBER).build()));

        assertThat(failed.failure())
                .isEqualTo(
                        "DynamoTable \"orders\": sortKey is placedAt (NUMBER), but the table was created with placedAt"
                                + " (STRING), and DynamoDB cannot change it; take the change back, or migrate: add a DynamoTable of"
                                + " another name that has it, copy the items, bind the services to the new table, then remove this"
                                + " one.");
        assertThat(failed.graph().names(TABLE)).isEmpty();
    }

    @Test
    void rejects_other_local_indexes_at_preview() {
        var created = recording(valid().profile(Profile.DEV));

        assertThat(created.nextFailing(context -> new DynamoTable(
                                "orders",
                                valid().localSecondaryIndex("by-price", index -> index.sortKey("price", KeyType.NUMBER))
                                        .build()))
                        .failure())
                .startsWith(
                        "DynamoTable \"orders\": localSecondaryIndexes.by-price is price (NUMBER), ALL, but the table"
                                + " was created without it, and DynamoDB cannot add it; ");
    }

    @Test
    void accepts_changes_of_every_other_option() {
        var created = recording(valid());

        var next = created.next(context -> new DynamoTable(
                "orders",
                indexed().capacity(SCALED).kmsKeyArn(KEY).stream(StreamView.KEYS_ONLY)
                        .timeToLiveAttribute("expiresAt")
                        .tableClass(TableClass.STANDARD_INFREQUENT_ACCESS)
                        .build()));

        assertThat(next.graph().names(TABLE)).containsExactly("orders");
    }

    @Test
    void adds_an_index_without_removing_a_resource() {
        var before = graph(indexed().capacity(SCALED));
        var after = graph(indexed()
                .globalSecondaryIndex("by-day", index -> index.partitionKey("day", KeyType.STRING))
                .capacity(SCALED));

        var difference = GraphDifference.between(before, after);

        assertThat(difference.removed()).isEmpty();
        assertThat(difference.added())
                .extracting(GraphResource::name)
                .containsExactly(
                        "orders-by-day-read", "orders-by-day-write", "orders-by-day-read", "orders-by-day-write");
        assertThat(difference.changed()).singleElement().satisfies(change -> assertThat(change.properties())
                .containsExactly("attributes", "globalSecondaryIndexes"));
    }

    @Test
    void bindings_allow_only_their_actions_on_the_table_and_its_indexes() {
        var exported = exported(valid().stream(StreamView.NEW_IMAGE));

        var table = "\"resources\":[\"arn:aws:dynamodb:eu-central-1:000000000000:table/orders-";
        assertThat(exported.get("read"))
                .contains(
                        "\"actions\":[\"dynamodb:BatchGetItem\",\"dynamodb:ConditionCheckItem\","
                                + "\"dynamodb:DescribeTable\",\"dynamodb:GetItem\",\"dynamodb:Query\",\"dynamodb:Scan\"]",
                        table,
                        "/index/*\"]",
                        "\"services\":[\"DYNAMODB\"]",
                        "\"ORDERS_TABLE\":\"orders-")
                .doesNotContain("kms:");
        assertThat(exported.get("write"))
                .contains("\"actions\":[\"dynamodb:BatchWriteItem\",\"dynamodb:DeleteItem\","
                        + "\"dynamodb:DescribeTable\",\"dynamodb:PutItem\",\"dynamodb:UpdateItem\"]");
        assertThat(exported.get("readWrite")).contains("dynamodb:GetItem", "dynamodb:PutItem", "\"SHOP_TABLE\"");
        assertThat(exported.get("stream"))
                .contains(
                        "\"actions\":[\"dynamodb:DescribeStream\",\"dynamodb:GetRecords\",\"dynamodb:GetShardIterator\"]",
                        table,
                        "/stream/",
                        "\"ORDERS_STREAM_ARN\":\"arn:",
                        "\"services\":[\"DYNAMODB_STREAMS\"]");
    }

    @Test
    void bindings_allow_decryption_with_a_customer_managed_key() {
        var exported = exported(valid().kmsKeyArn(KEY).stream(StreamView.NEW_IMAGE));

        assertThat(exported.values()).hasSize(4).allSatisfy(binding -> assertThat(binding)
                .contains("{\"actions\":[\"kms:Decrypt\",\"kms:DescribeKey\"],\"conditions\":{},\"resources\":[\"" + KEY
                        + "\"]}"));
    }

    private static Map<String, String> exported(DynamoTableArgs.Builder args) {
        var outputs = Recording.of(context -> {
                    var table = new DynamoTable("orders", args.build());
                    context.export("read", table.read().export());
                    context.export("write", table.write().export());
                    context.export("readWrite", table.readWrite("shop").export());
                    context.export("stream", table.stream().export());
                })
                .outputs();
        return Map.of(
                "read", String.valueOf(outputs.get("read")),
                "write", String.valueOf(outputs.get("write")),
                "readWrite", String.valueOf(outputs.get("readWrite")),
                "stream", String.valueOf(outputs.get("stream")));
    }

    @Test
    void rejects_a_stream_binding_without_a_stream() {
        Recording.of(context -> {
            var table = new DynamoTable("orders", valid().build());

            assertThatThrownBy(table::stream)
                    .hasMessage(
                            "DynamoTable \"orders\": stream is missing, but a service reads it; set its content, such as StreamView.NEW_IMAGE.");
        });
    }

    @Test
    void returns_signals_of_throttles_and_errors() {
        Recording.of(context -> {
            var signals = new DynamoTable("orders", indexed().build()).signals();

            assertThat(signals)
                    .filteredOn(signal -> signal.name().endsWith("throttles"))
                    .extracting(signal -> signal.source() + " " + signal.metric())
                    .containsExactly(
                            "orders ReadThrottleEvents",
                            "orders WriteThrottleEvents",
                            "orders-by-status ReadThrottleEvents",
                            "orders-by-status WriteThrottleEvents",
                            "orders-by-price ReadThrottleEvents",
                            "orders-by-price WriteThrottleEvents");
            assertThat(signals)
                    .filteredOn(signal -> signal.metric().equals("SystemErrors"))
                    .hasSize(10)
                    .allSatisfy(signal -> {
                        assertThat(signal.dimensions()).containsOnlyKeys("TableName", "Operation");
                        assertThat(signal.objective()).contains(Signal.Objective.atMost(0));
                    });
            assertThat(signals)
                    .filteredOn(signal -> signal.metric().equals("UserErrors"))
                    .singleElement()
                    .satisfies(signal -> assertThat(signal.dimensions()).isEmpty());
        });
    }

    @Test
    void registers_nothing_when_the_options_have_faults() {
        var recording = Recording.failing(
                context -> new DynamoTable("orders", DynamoTableArgs.builder().build()));

        assertThat(recording.failure()).startsWith("DynamoTable \"orders\": partitionKey is missing");
        assertThat(recording.graph().names(TABLE)).isEmpty();
    }

    @Test
    void reports_its_faults_together_with_those_of_a_service_that_uses_it() {
        var recording = Recording.failing(context -> {
            var table = new DynamoTable("orders", DynamoTableArgs.builder().build());
            var args = FargateServiceArgs.builder().uses(table.readWrite(), table.stream());
            assertThat(table.signals()).isNotEmpty();
            new FargateService("api", args.build());
        });

        assertThat(recording.failure())
                .contains(
                        "DynamoTable \"orders\": partitionKey is missing",
                        "DynamoTable \"orders\": stream is missing",
                        "FargateService \"api\": network is missing");
        assertThat(recording.graph().all())
                .noneMatch(resource -> resource.type().startsWith("aws:"));
    }

    @Test
    void can_be_previewed_before_it_exists() {
        var recording = Recording.preview(context -> {
            var table = new DynamoTable("orders", indexed().capacity(SCALED).build());
            context.export("binding", table.readWrite().export());
        });

        assertThat(recording.graph().resource(TABLE, "orders").input("hashKey")).isEqualTo("customer");
    }

    @Test
    void an_existing_table_provides_the_same_bindings_and_creates_nothing() {
        var recording = Recording.of(context -> {
            var table = DynamoTable.fromExisting(
                    "legacy",
                    ExistingTableArgs.builder()
                            .tableArn("arn:aws:dynamodb:eu-central-1:123456789012:table/Legacy")
                            .streamArn("arn:aws:dynamodb:eu-central-1:123456789012:table/Legacy/stream/1")
                            .kmsKeyArn(KEY)
                            .build());
            Binding read = table.read();
            assertThat(read.services()).containsExactly(AwsService.DYNAMODB);
            context.export("read", read.export());
            context.export("stream", table.stream().export());
        });

        assertThat(recording.outputs().get("read"))
                .asString()
                .contains("\"LEGACY_TABLE\":\"Legacy\"", "table/Legacy/index/*", "kms:Decrypt");
        assertThat(recording.outputs().get("stream")).asString().contains("table/Legacy/stream/1");
        assertThat(recording.graph().all())
                .noneMatch(resource -> resource.type().startsWith("aws:"));
    }

    @Test
    void rejects_the_name_of_an_existing_table_as_its_arn() {
        assertThat(failureOf(ExistingTableArgs.builder().tableArn("orders")))
                .contains(
                        "DynamoTable.fromExisting \"legacy\": tableArn is \"orders\", but an ARN of dynamodb is required;");
        assertThat(failureOf(ExistingTableArgs.builder()
                        .tableArn("arn:aws:dynamodb:eu-central-1:000000000000:table/orders")
                        .kmsKeyArn("alias/orders")))
                .contains("kmsKeyArn is \"alias/orders\", but an ARN of kms is required;");
    }

    private static String failureOf(ExistingTableArgs.Builder args) {
        return Recording.failing(context -> context.export(
                        "binding",
                        DynamoTable.fromExisting("legacy", args.build()).read().export()))
                .failure();
    }

    @Test
    void reports_missing_facts_of_an_existing_table() {
        assertThatThrownBy(() -> DynamoTable.fromExisting(
                        "legacy", ExistingTableArgs.builder().build()))
                .hasMessage(
                        "DynamoTable.fromExisting \"legacy\": tableArn is missing, but policies identify the table by its ARN; set it.");
    }
}

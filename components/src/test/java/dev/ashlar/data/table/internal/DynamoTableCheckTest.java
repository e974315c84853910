package dev.ashlar.data.table.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.data.table.CapacityUnits;
import dev.ashlar.data.table.DynamoTable;
import dev.ashlar.data.table.DynamoTableArgs;
import dev.ashlar.data.table.KeyType;
import dev.ashlar.data.table.Projection;
import dev.ashlar.data.table.StreamView;
import dev.ashlar.data.table.TableCapacity;
import dev.ashlar.data.table.TableEncryption;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DynamoTableCheckTest {

    private static DynamoTableArgs.Builder valid() {
        return DynamoTableArgs.builder()
                .partitionKey("customer", KeyType.STRING)
                .sortKey("placedAt", KeyType.STRING);
    }

    private static String message(DynamoTableArgs.Builder args) {
        return DynamoTable.check("orders", args.build()).message();
    }

    private static void accepts(DynamoTableArgs.Builder args) {
        assertThat(DynamoTable.check("orders", args.build()).all()).isEmpty();
    }

    @Test
    void accepts_a_key_alone() {
        accepts(DynamoTableArgs.builder().partitionKey("id", KeyType.BINARY));
    }

    @Test
    void reports_all_violations_at_once() {
        assertThat(message(DynamoTableArgs.builder()
                        .globalSecondaryIndex("by-status", index -> {})
                        .localSecondaryIndex("by-date", index -> {})
                        .recoveryPeriod(Duration.ofDays(36))))
                .isEqualTo(
                        "5 faults:\n"
                                + "  1. DynamoTable \"orders\": partitionKey is missing, but a table requires a partition key; set one, such as partitionKey(\"id\", KeyType.STRING).\n"
                                + "  2. DynamoTable \"orders\": globalSecondaryIndexes.by-status.partitionKey is missing, but a global index requires a partition key; set one, such as partitionKey(\"status\", KeyType.STRING).\n"
                                + "  3. DynamoTable \"orders\": localSecondaryIndexes is [by-date], but without sortKey a partition has only one item; set sortKey, or use global indexes.\n"
                                + "  4. DynamoTable \"orders\": localSecondaryIndexes.by-date.sortKey is missing, but a local index requires a sort key; set one, such as sortKey(\"date\", KeyType.STRING).\n"
                                + "  5. DynamoTable \"orders\": recoveryPeriod is PT864H, but AWS allows 1 to 35 whole days; use a time in this range.");
    }

    @Test
    void rejects_invalid_table_names() {
        assertThat(DynamoTable.check("Orders_", valid().build()).message()).contains("name is \"Orders_\"");
    }

    @Test
    void rejects_a_sort_key_equal_to_the_partition_key() {
        assertThat(message(valid().sortKey("customer", KeyType.STRING)))
                .contains("sortKey is customer (STRING), but the partition key is the same attribute");
        assertThat(message(
                        valid().globalSecondaryIndex("by-status", index -> index.partitionKey("status", KeyType.STRING)
                                .sortKey("status", KeyType.STRING))))
                .contains("globalSecondaryIndexes.by-status.sortKey is status (STRING), but");
        assertThat(message(
                        valid().localSecondaryIndex("by-customer", index -> index.sortKey("customer", KeyType.STRING))))
                .contains("localSecondaryIndexes.by-customer.sortKey is customer (STRING), but");
    }

    @Test
    void rejects_an_attribute_with_two_types() {
        assertThat(message(valid().globalSecondaryIndex(
                                "by-time", index -> index.partitionKey("placedAt", KeyType.NUMBER))))
                .isEqualTo(
                        "DynamoTable \"orders\": attribute placedAt is NUMBER, but another key defines it as STRING, and an attribute has one type; use the same type everywhere.");
    }

    @Test
    void rejects_key_attributes_with_empty_or_too_long_names() {
        assertThat(message(valid().partitionKey("", KeyType.STRING))).contains("attribute  is 0 characters long");
        assertThat(message(valid().partitionKey("a".repeat(256), KeyType.STRING)))
                .contains("is 256 characters long, but names of key attributes have 1 to 255");
        accepts(valid().partitionKey("a".repeat(255), KeyType.STRING));
    }

    @Test
    void rejects_more_than_20_global_indexes() {
        var args = valid();
        IntStream.rangeClosed(1, 20)
                .forEach(number -> args.globalSecondaryIndex(
                        "index-" + number, index -> index.partitionKey("customer", KeyType.STRING)));
        accepts(args);

        assertThat(message(
                        args.globalSecondaryIndex("index-21", index -> index.partitionKey("customer", KeyType.STRING))))
                .isEqualTo(
                        "DynamoTable \"orders\": globalSecondaryIndexes is 21 indexes, but a table has at most 20; remove some.");
    }

    @Test
    void rejects_more_than_5_local_indexes() {
        var args = valid();
        IntStream.rangeClosed(1, 5)
                .forEach(number ->
                        args.localSecondaryIndex("index-" + number, index -> index.sortKey("price", KeyType.NUMBER)));
        accepts(args);

        assertThat(message(args.localSecondaryIndex("index-6", index -> index.sortKey("price", KeyType.NUMBER))))
                .contains("localSecondaryIndexes is 6 indexes, but a table has at most 5");
    }

    @Test
    void rejects_invalid_index_names() {
        assertThat(message(valid().globalSecondaryIndex("by", index -> index.partitionKey("a", KeyType.STRING))))
                .contains("globalSecondaryIndexes.by is \"by\", but names of indexes are 3 to 255 letters");
        assertThat(message(valid().localSecondaryIndex("by date", index -> index.sortKey("a", KeyType.STRING))))
                .contains("localSecondaryIndexes.by date is \"by date\", but");
        accepts(valid().globalSecondaryIndex("By_Date.2", index -> index.partitionKey("a", KeyType.STRING)));
    }

    @Test
    void rejects_a_global_and_a_local_index_of_one_name() {
        assertThat(message(valid().globalSecondaryIndex("by-price", index -> index.partitionKey("a", KeyType.STRING))
                        .localSecondaryIndex("by-price", index -> index.sortKey("price", KeyType.NUMBER))))
                .contains("globalSecondaryIndexes.by-price is defined twice, but a local index has the same name");
    }

    @Test
    void rejects_projections_of_no_or_more_than_20_attributes() {
        assertThat(message(
                        valid().globalSecondaryIndex("by-status", index -> index.partitionKey("status", KeyType.STRING)
                                .projection(Projection.include()))))
                .contains("globalSecondaryIndexes.by-status.projection is 0 attributes, but an index includes 1 to 20");
        assertThat(message(valid().localSecondaryIndex("by-price", index -> index.sortKey("price", KeyType.NUMBER)
                        .projection(including(21)))))
                .contains("localSecondaryIndexes.by-price.projection is 21 attributes");
    }

    @Test
    void rejects_more_than_100_attributes_in_all_projections() {
        var args = valid();
        IntStream.rangeClosed(1, 6)
                .forEach(number -> args.globalSecondaryIndex(
                        "index-" + number,
                        index -> index.partitionKey("customer", KeyType.STRING).projection(including(17))));

        assertThat(message(args)).contains("projection is 102 attributes included by all indexes together");
    }

    @Test
    void rejects_an_index_given_twice() {
        var args = valid().globalSecondaryIndex("by-status", index -> index.partitionKey("status", KeyType.STRING))
                .localSecondaryIndex("by-price", index -> index.sortKey("price", KeyType.NUMBER));
        accepts(args);

        args.globalSecondaryIndex("by-status", index -> index.partitionKey("status", KeyType.STRING))
                .localSecondaryIndex("by-price", index -> index.sortKey("price", KeyType.NUMBER));

        assertThat(message(args))
                .contains("DynamoTable \"orders\": globalSecondaryIndexes is \"by-status\" a second time, but")
                .contains("localSecondaryIndexes is \"by-price\" a second time, but");
        assertThat(message(args.build().toBuilder())).contains("globalSecondaryIndexes is \"by-status\" a second time");
    }

    @Test
    void a_builder_made_from_options_builds_equal_options() {
        var args =
                valid().globalSecondaryIndex("by-status", index -> index.partitionKey("status", KeyType.STRING)).stream(
                                StreamView.NEW_IMAGE)
                        .build();

        assertThat(args.toBuilder().build()).isEqualTo(args);
    }

    @Test
    void rejects_invalid_projections() {
        assertThat(message(
                        valid().globalSecondaryIndex("by-status", index -> index.partitionKey("status", KeyType.STRING)
                                .projection(new Projection("KEYS", List.of())))))
                .contains(
                        "globalSecondaryIndexes.by-status.projection is \"KEYS\", but the types are [ALL, KEYS_ONLY, INCLUDE]");
        assertThat(message(
                        valid().globalSecondaryIndex("by-status", index -> index.partitionKey("status", KeyType.STRING)
                                .projection(new Projection("ALL", List.of("price"))))))
                .contains("projection is ALL[price], but only INCLUDE lists attributes");
        assertThat(message(
                        valid().globalSecondaryIndex("by-status", index -> index.partitionKey("status", KeyType.STRING)
                                .projection(Projection.include("price", "price")))))
                .contains("projection is INCLUDE[price, price], but DynamoDB accepts each attribute once");
    }

    @Test
    void rejects_key_attributes_without_a_name_or_a_type() {
        var args = valid().globalSecondaryIndex(
                        "by-status", index -> index.partitionKey("status", null).sortKey(null, KeyType.STRING));

        assertThat(message(args))
                .contains("attribute status is missing, but key attributes require a type; set a KeyType.")
                .contains("attribute is missing, but key attributes require a name;");
    }

    private static Projection including(int attributes) {
        return Projection.include(
                IntStream.range(0, attributes).mapToObj(number -> "a" + number).toArray(String[]::new));
    }

    @Test
    void rejects_capacity_below_1_or_a_maximum_below_the_minimum() {
        assertThat(message(valid().capacity(
                                TableCapacity.provisioned(CapacityUnits.fixed(0), CapacityUnits.autoscaled(10, 5)))))
                .contains("capacity.read is 0 to 0, but capacity is at least 1 unit")
                .contains("capacity.write is 10 to 5, but");
        assertThat(message(valid().capacity(TableCapacity.onDemand(0, -2))))
                .contains("capacity.maxReadRequestUnits is 0, but a limit is 1 or more, or -1 for none;")
                .contains("capacity.maxWriteRequestUnits is -2, but");
        accepts(valid().capacity(TableCapacity.onDemand(-1, -1)));
    }

    @Test
    void rejects_an_index_with_another_capacity_mode_than_its_table() {
        assertThat(message(
                        valid().globalSecondaryIndex("by-status", index -> index.partitionKey("status", KeyType.STRING)
                                .capacity(TableCapacity.provisioned(CapacityUnits.fixed(1), CapacityUnits.fixed(1))))))
                .isEqualTo(
                        "DynamoTable \"orders\": globalSecondaryIndexes.by-status.capacity is provisioned (1 units to"
                                + " read, 1 units to write), but the table is on demand, and both have one billing mode;"
                                + " use the same kind of capacity.");
    }

    @Test
    void rejects_indexes_of_which_only_some_are_autoscaled() {
        var scaled = TableCapacity.provisioned(CapacityUnits.autoscaled(1, 10), CapacityUnits.fixed(1));
        var fixed = TableCapacity.provisioned(CapacityUnits.fixed(1), CapacityUnits.fixed(1));

        assertThat(message(valid().capacity(scaled)
                        .globalSecondaryIndex("by-status", index -> index.partitionKey("status", KeyType.STRING))
                        .globalSecondaryIndex("by-price", index -> index.partitionKey("price", KeyType.NUMBER)
                                .capacity(fixed))))
                .isEqualTo(
                        "DynamoTable \"orders\": globalSecondaryIndexes is 1 of 2 indexes with autoscaled read capacity,"
                                + " but Pulumi ignores changes of the capacity of all indexes or of none;"
                                + " autoscale all of them or none.");
    }

    @Test
    void rejects_recovery_periods_outside_1_to_35_days() {
        assertThat(message(valid().recoveryPeriod(Duration.ZERO))).contains("recoveryPeriod is PT0S");
        assertThat(message(valid().recoveryPeriod(Duration.ofHours(36)))).contains("recoveryPeriod is PT36H");
        accepts(valid().recoveryPeriod(Duration.ofDays(1)));
    }

    @Test
    void rejects_an_unused_kms_key_and_a_missing_one() {
        assertThat(message(valid().kmsKeyArn("arn:aws:kms:eu-central-1:000000000000:key/1")
                        .encryption(TableEncryption.AWS_MANAGED)))
                .contains("encryption is AWS_MANAGED, but kmsKeyArn is set too, and would not be used");
        assertThat(message(valid().encryption(TableEncryption.CUSTOMER_MANAGED)))
                .contains("encryption is CUSTOMER_MANAGED, but it requires kmsKeyArn");
    }

    @Test
    void rejects_a_time_to_live_attribute_that_is_not_a_number() {
        assertThat(message(valid().timeToLiveAttribute("placedAt")))
                .isEqualTo(
                        "DynamoTable \"orders\": timeToLiveAttribute is \"placedAt\", but a key defines it as STRING, and DynamoDB requires a number of seconds; use another attribute.");
        assertThat(message(valid().timeToLiveAttribute(""))).contains("timeToLiveAttribute is 0 characters long");
        accepts(valid().timeToLiveAttribute("expiresAt"));
    }
}

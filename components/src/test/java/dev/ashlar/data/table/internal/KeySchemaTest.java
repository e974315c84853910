package dev.ashlar.data.table.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ashlar.core.Violation;
import dev.ashlar.data.table.DynamoTableArgs;
import dev.ashlar.data.table.KeyType;
import dev.ashlar.data.table.Projection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeySchemaTest {

    private static final DynamoTableArgs ORDERS = DynamoTableArgs.builder()
            .partitionKey("customer", KeyType.STRING)
            .sortKey("placedAt", KeyType.STRING)
            .localSecondaryIndex("by-price", index -> index.sortKey("price", KeyType.NUMBER)
                    .projection(Projection.include("status", "city")))
            .build();

    private static List<Violation> changes(DynamoTableArgs.Builder args) {
        return KeySchema.of(args.build())
                .changesSince(KeySchema.of(ORDERS).options(), "orders")
                .all();
    }

    private static DynamoTableArgs.Builder orders() {
        return DynamoTableArgs.builder()
                .partitionKey("customer", KeyType.STRING)
                .sortKey("placedAt", KeyType.STRING);
    }

    @Test
    void contains_the_key_and_the_local_indexes() {
        assertThat(KeySchema.of(ORDERS).options())
                .isEqualTo(Map.of(
                        "partitionKey",
                        "customer (STRING)",
                        "sortKey",
                        "placedAt (STRING)",
                        "localSecondaryIndexes.by-price",
                        "price (NUMBER), INCLUDE[status, city]"));
    }

    @Test
    void accepts_the_same_key_schema() {
        assertThat(changes(orders().localSecondaryIndex("by-price", index -> index.sortKey("price", KeyType.NUMBER)
                        .projection(Projection.include("status", "city")))))
                .isEmpty();
    }

    @Test
    void reports_every_change() {
        var changes = changes(DynamoTableArgs.builder()
                .partitionKey("tenant", KeyType.STRING)
                .localSecondaryIndex("by-date", index -> index.sortKey("date", KeyType.STRING)));

        assertThat(changes)
                .extracting(Violation::option, Violation::got)
                .containsExactly(
                        tuple("localSecondaryIndexes.by-date", "date (STRING), ALL"),
                        tuple("localSecondaryIndexes.by-price", "missing"),
                        tuple("partitionKey", "tenant (STRING)"),
                        tuple("sortKey", "missing"));
    }

    @Test
    void reports_another_projection() {
        assertThat(changes(orders().localSecondaryIndex("by-price", index -> index.sortKey("price", KeyType.NUMBER))))
                .singleElement()
                .extracting(Violation::rule)
                .isEqualTo(
                        "the table was created with price (NUMBER), INCLUDE[status, city], and DynamoDB cannot change"
                                + " it");
    }
}

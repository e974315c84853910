package dev.ashlar.data.table.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ashlar.data.table.CapacityUnits;
import dev.ashlar.data.table.DynamoTableArgs;
import dev.ashlar.data.table.KeyType;
import dev.ashlar.data.table.Projection;
import dev.ashlar.data.table.TableCapacity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class DynamoTablePlanTest {

    @Property(tries = 200)
    void defines_exactly_the_attributes_that_are_part_of_a_key(
            @ForAll @Size(max = 20) Set<@AlphaChars @StringLength(min = 3, max = 8) String> indexKeys,
            @ForAll @AlphaChars @StringLength(min = 1, max = 8) String partitionKey) {
        var args = DynamoTableArgs.builder().partitionKey(partitionKey, KeyType.STRING);
        indexKeys.forEach(key -> args.globalSecondaryIndex("by-" + key, index -> index.partitionKey(key, KeyType.STRING)
                .projection(Projection.include("not-a-key"))));

        var expected = new HashSet<>(indexKeys);
        expected.add(partitionKey);
        assertThat(DynamoTablePlan.of(args.build()).attributes()).containsOnlyKeys(expected);
    }

    @Property(tries = 200)
    void ignores_only_capacities_that_are_autoscaled(
            @ForAll @IntRange(min = 1, max = 10) int read,
            @ForAll @IntRange(max = 3) int moreToRead,
            @ForAll @IntRange(max = 3) int moreToWrite) {
        var plan = DynamoTablePlan.of(DynamoTableArgs.builder()
                .partitionKey("id", KeyType.STRING)
                .globalSecondaryIndex("by-status", index -> index.partitionKey("status", KeyType.STRING))
                .capacity(TableCapacity.provisioned(
                        CapacityUnits.autoscaled(read, read + moreToRead),
                        CapacityUnits.autoscaled(1, 1 + moreToWrite)))
                .build());

        assertThat(plan.ignoredChanges().contains("readCapacity"))
                .isEqualTo(plan.ignoredChanges().contains("globalSecondaryIndexes[*].readCapacity"))
                .isEqualTo(moreToRead > 0);
        assertThat(plan.ignoredChanges().contains("writeCapacity"))
                .isEqualTo(plan.ignoredChanges().contains("globalSecondaryIndexes[*].writeCapacity"))
                .isEqualTo(moreToWrite > 0);
        assertThat(plan.scaled()).hasSameSizeAs(plan.ignoredChanges());
    }

    @Test
    void an_index_has_the_capacity_of_its_table_by_default() {
        var table = TableCapacity.provisioned(CapacityUnits.fixed(10), CapacityUnits.fixed(5));
        var own = TableCapacity.provisioned(CapacityUnits.fixed(2), CapacityUnits.fixed(1));
        var plan = DynamoTablePlan.of(DynamoTableArgs.builder()
                .partitionKey("id", KeyType.STRING)
                .capacity(table)
                .globalSecondaryIndex("by-status", index -> index.partitionKey("status", KeyType.STRING))
                .globalSecondaryIndex("by-price", index -> index.partitionKey("price", KeyType.NUMBER)
                        .capacity(own))
                .build());

        assertThat(plan.globalIndexes())
                .extracting(DynamoTablePlan.GlobalIndex::name, DynamoTablePlan.GlobalIndex::capacity)
                .containsExactly(tuple("by-status", table), tuple("by-price", own));
        assertThat(plan.ignoredChanges()).isEqualTo(List.of());
    }
}

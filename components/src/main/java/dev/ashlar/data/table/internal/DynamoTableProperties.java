package dev.ashlar.data.table.internal;

import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.aws.dynamodb.inputs.TableAttributeArgs;
import com.pulumi.aws.dynamodb.inputs.TableGlobalSecondaryIndexArgs;
import com.pulumi.aws.dynamodb.inputs.TableGlobalSecondaryIndexOnDemandThroughputArgs;
import com.pulumi.aws.dynamodb.inputs.TableLocalSecondaryIndexArgs;
import com.pulumi.aws.dynamodb.inputs.TableOnDemandThroughputArgs;
import com.pulumi.aws.dynamodb.inputs.TablePointInTimeRecoveryArgs;
import com.pulumi.aws.dynamodb.inputs.TableServerSideEncryptionArgs;
import com.pulumi.aws.dynamodb.inputs.TableTtlArgs;
import dev.ashlar.data.table.DynamoTableArgs;
import dev.ashlar.data.table.TableCapacity;
import dev.ashlar.data.table.TableEncryption;
import dev.ashlar.data.table.internal.DynamoTablePlan.GlobalIndex;
import dev.ashlar.data.table.internal.DynamoTablePlan.LocalIndex;
import java.util.Map;
import java.util.Optional;

/** The properties of the DynamoDB table. */
public record DynamoTableProperties(DynamoTableArgs args, DynamoTablePlan plan, Map<String, String> tags) {

    public static TableArgs of(DynamoTableArgs args, DynamoTablePlan plan, Map<String, String> tags) {
        return new DynamoTableProperties(args, plan, tags).build();
    }

    private TableArgs build() {
        var builder = TableArgs.builder()
                .hashKey(plan.partitionKey().name())
                .attributes(plan.attributes().entrySet().stream()
                        .map(attribute -> TableAttributeArgs.builder()
                                .name(attribute.getKey())
                                .type(attribute.getValue().wireName())
                                .build())
                        .toList())
                .tableClass(args.tableClass().name())
                .pointInTimeRecovery(pointInTimeRecovery())
                .deletionProtectionEnabled(args.deletionProtection())
                .serverSideEncryption(encryption())
                .streamEnabled(args.stream() != null)
                .tags(tags);
        Optional.ofNullable(args.sortKey()).ifPresent(key -> builder.rangeKey(key.name()));
        Optional.ofNullable(args.stream()).ifPresent(view -> builder.streamViewType(view.name()));
        Optional.ofNullable(args.timeToLiveAttribute())
                .ifPresent(attribute -> builder.ttl(TableTtlArgs.builder()
                        .attributeName(attribute)
                        .enabled(args.timeToLiveEnabled())
                        .build()));
        setCapacity(builder);
        setIndexes(builder);
        return builder.build();
    }

    private TablePointInTimeRecoveryArgs pointInTimeRecovery() {
        var recovery = TablePointInTimeRecoveryArgs.builder().enabled(args.pointInTimeRecovery());
        if (args.pointInTimeRecovery()) {
            recovery.recoveryPeriodInDays(Math.toIntExact(args.recoveryPeriod().toDays()));
        }
        return recovery.build();
    }

    private TableServerSideEncryptionArgs encryption() {
        // The API calls a key that DynamoDB owns "disabled".
        var encryption =
                TableServerSideEncryptionArgs.builder().enabled(args.encryption() != TableEncryption.AWS_OWNED);
        Optional.ofNullable(args.kmsKeyArn()).ifPresent(encryption::kmsKeyArn);
        return encryption.build();
    }

    private void setCapacity(TableArgs.Builder builder) {
        if (args.capacity() instanceof TableCapacity.Provisioned provisioned) {
            builder.billingMode("PROVISIONED")
                    .readCapacity(provisioned.read().min())
                    .writeCapacity(provisioned.write().min());
        } else if (args.capacity() instanceof TableCapacity.OnDemand onDemand) {
            builder.billingMode("PAY_PER_REQUEST");
            Optional.ofNullable(onDemand.limits())
                    .ifPresent(limits -> builder.onDemandThroughput(TableOnDemandThroughputArgs.builder()
                            .maxReadRequestUnits(limits.read())
                            .maxWriteRequestUnits(limits.write())
                            .build()));
        }
    }

    private void setIndexes(TableArgs.Builder builder) {
        if (!plan.globalIndexes().isEmpty()) {
            builder.globalSecondaryIndexes(plan.globalIndexes().stream()
                    .map(DynamoTableProperties::globalIndex)
                    .toList());
        }
        if (!plan.localIndexes().isEmpty()) {
            builder.localSecondaryIndexes(plan.localIndexes().stream()
                    .map(DynamoTableProperties::localIndex)
                    .toList());
        }
    }

    private static TableGlobalSecondaryIndexArgs globalIndex(GlobalIndex index) {
        var builder = TableGlobalSecondaryIndexArgs.builder()
                .name(index.name())
                .hashKey(index.partitionKey().name())
                .projectionType(index.projection().type());
        Optional.ofNullable(index.sortKey()).ifPresent(key -> builder.rangeKey(key.name()));
        if (!index.projection().nonKeyAttributes().isEmpty()) {
            builder.nonKeyAttributes(index.projection().nonKeyAttributes());
        }
        var capacity = index.capacity();
        if (capacity instanceof TableCapacity.Provisioned provisioned) {
            builder.readCapacity(provisioned.read().min())
                    .writeCapacity(provisioned.write().min());
        } else if (capacity instanceof TableCapacity.OnDemand onDemand) {
            Optional.ofNullable(onDemand.limits())
                    .ifPresent(limits ->
                            builder.onDemandThroughput(TableGlobalSecondaryIndexOnDemandThroughputArgs.builder()
                                    .maxReadRequestUnits(limits.read())
                                    .maxWriteRequestUnits(limits.write())
                                    .build()));
        }
        return builder.build();
    }

    private static TableLocalSecondaryIndexArgs localIndex(LocalIndex index) {
        var builder = TableLocalSecondaryIndexArgs.builder()
                .name(index.name())
                .rangeKey(index.sortKey().name())
                .projectionType(index.projection().type());
        if (!index.projection().nonKeyAttributes().isEmpty()) {
            builder.nonKeyAttributes(index.projection().nonKeyAttributes());
        }
        return builder.build();
    }
}

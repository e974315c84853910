package dev.ashlar.data.table.internal;

import com.pulumi.core.Output;
import dev.ashlar.core.Ashlar;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Binding;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.core.Violations;
import dev.ashlar.data.table.Table;
import dev.ashlar.internal.component.Created;
import dev.ashlar.internal.component.Names;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The bindings of a table. Transactions have no actions of their own: IAM authorizes each part as the single operation,
 * and their conditions as {@code ConditionCheckItem}.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html">Using IAM with
 *     DynamoDB transactions</a>
 */
public record TableBindings(Table table) {

    // Clients request the description of the table first.
    private static final String DESCRIBE = "dynamodb:DescribeTable";

    private static final List<String> READ = List.of(
            "dynamodb:BatchGetItem",
            "dynamodb:ConditionCheckItem",
            DESCRIBE,
            "dynamodb:GetItem",
            "dynamodb:Query",
            "dynamodb:Scan");

    private static final List<String> WRITE = List.of(
            "dynamodb:BatchWriteItem", "dynamodb:DeleteItem", DESCRIBE, "dynamodb:PutItem", "dynamodb:UpdateItem");

    private static final List<String> READ_WRITE =
            Stream.concat(READ.stream(), WRITE.stream()).distinct().sorted().toList();

    private static final String[] STREAM = {
        "dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"
    };

    public Binding read(String prefix) {
        return binding("read", prefix, READ);
    }

    public Binding write(String prefix) {
        return binding("write", prefix, WRITE);
    }

    public Binding readWrite(String prefix) {
        return binding("read-write", prefix, READ_WRITE);
    }

    public Binding stream(String prefix) {
        var stream = streamArn();
        return Binding.builder()
                .provider(table.label())
                .access("stream")
                .putEnvironment(Names.environmentVariable(prefix, "STREAM_ARN"), stream)
                .addStatements(PolicyStatement.allow(stream, STREAM))
                .addAllStatements(keyStatements())
                .addServices(AwsService.DYNAMODB_STREAMS)
                .build();
    }

    /** Returns the stream; unknown while a program is planned, when the table has none. */
    private Output<String> streamArn() {
        var violations = Violations.of("DynamoTable", table.label());
        var stream = table.streamArn();
        violations.require(
                "stream", stream.orElse(null), "a service reads it", "set its content, such as StreamView.NEW_IMAGE");
        Ashlar.check(violations);
        return stream.orElseGet(() -> Created.<Table>nothing().output(Table::tableArn));
    }

    private Binding binding(String access, String prefix, List<String> actions) {
        var resources = List.of(table.tableArn(), Output.format("%s/index/*", table.tableArn()));
        return Binding.builder()
                .provider(table.label())
                .access(access)
                .putEnvironment(Names.environmentVariable(prefix, "TABLE"), table.tableName())
                .addStatements(new PolicyStatement(actions, resources))
                .addAllStatements(keyStatements())
                .addServices(AwsService.DYNAMODB)
                .build();
    }

    /**
     * Returns the permissions for the table's key: DynamoDB uses it on behalf of the caller, to decrypt and renew its
     * own key for the table.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html">Encryption
     *     at rest usage notes</a>
     */
    private List<PolicyStatement> keyStatements() {
        return Optional.ofNullable(table.kmsKeyArn())
                .map(key -> PolicyStatement.allow(key, "kms:Decrypt", "kms:DescribeKey"))
                .stream()
                .toList();
    }
}

package dev.ashlar.data.table;

import com.pulumi.core.Output;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Binding;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.core.Violations;
import dev.ashlar.data.table.internal.TableActions;
import dev.ashlar.internal.component.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A DynamoDB table that services can be bound to: a {@link DynamoTable}, or one that exists already. Bindings cover the
 * table and all of its indexes; a service finds the table's name in {@code <TABLE>_TABLE}.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html">Actions,
 *     resources, and condition keys for Amazon DynamoDB</a>
 */
public interface Table {

    /** What bindings call the table. */
    String label();

    /** The physical name of the table. */
    Output<String> tableName();

    /** The ARN of the table. */
    Output<String> tableArn();

    /** The ARN of the table's stream; empty when it has none. */
    Optional<Output<String>> streamArn();

    /** The customer managed key that encrypts the table; null for AWS's keys, which need no permission. */
    @Nullable
    Output<String> kmsKeyArn();

    /** Lets a service find and read items. */
    default Binding read() {
        return read(label());
    }

    /** Lets a service find and read items; it finds the table's name in {@code <PREFIX>_TABLE}. */
    default Binding read(String prefix) {
        return binding("read", prefix, TableActions.READ).build();
    }

    /** Lets a service put, change and delete items, without reading them. */
    default Binding write() {
        return write(label());
    }

    /** Lets a service put, change and delete items, without reading them; it finds the table's name in {@code
     * <PREFIX>_TABLE}. */
    default Binding write(String prefix) {
        return binding("write", prefix, TableActions.WRITE).build();
    }

    /** Lets a service find, read, put, change and delete items. */
    default Binding readWrite() {
        return readWrite(label());
    }

    /** Lets a service find, read, put, change and delete items; it finds the table's name in {@code <PREFIX>_TABLE}. */
    default Binding readWrite(String prefix) {
        return binding("read-write", prefix, TableActions.READ_WRITE).build();
    }

    /** Lets a service follow the changes of the table; it finds the stream in {@code <TABLE>_STREAM_ARN}. */
    default Binding stream() {
        return stream(label());
    }

    /**
     * Lets a service follow the changes of the table; it finds the stream in {@code <PREFIX>_STREAM_ARN}.
     *
     * @throws dev.ashlar.core.InvalidArgsException when the table has no stream
     */
    default Binding stream(String prefix) {
        var stream = streamArn().orElse(null);
        var violations = Violations.of("DynamoTable", label());
        violations.require(
                "stream", stream, "a service is to follow it", "say what it tells, such as StreamView.NEW_IMAGE");
        violations.orThrow();
        return Binding.builder()
                .provider(label())
                .access("stream")
                .putEnvironment(Names.environmentVariable(prefix, "STREAM_ARN"), stream)
                .addStatements(PolicyStatement.allow(stream, TableActions.STREAM.toArray(String[]::new)))
                .addAllStatements(keyStatements())
                .addServices(AwsService.DYNAMODB_STREAMS)
                .build();
    }

    private Binding.Builder binding(String access, String prefix, List<String> actions) {
        var resources = List.of(tableArn(), Output.format("%s/index/*", tableArn()));
        return Binding.builder()
                .provider(label())
                .access(access)
                .putEnvironment(Names.environmentVariable(prefix, "TABLE"), tableName())
                .addStatements(new PolicyStatement(actions, resources))
                .addAllStatements(keyStatements())
                .addServices(AwsService.DYNAMODB);
    }

    /**
     * DynamoDB uses the key in the name of whoever asks, to open and renew the table's own key.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html">Encryption
     *     at rest usage notes</a>
     */
    private List<PolicyStatement> keyStatements() {
        var statements = new ArrayList<PolicyStatement>();
        Optional.ofNullable(kmsKeyArn())
                .ifPresent(key -> statements.add(PolicyStatement.allow(key, "kms:Decrypt", "kms:DescribeKey")));
        return statements;
    }
}

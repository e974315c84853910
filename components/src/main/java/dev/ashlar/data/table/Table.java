package dev.ashlar.data.table;

import com.pulumi.core.Output;
import dev.ashlar.core.Binding;
import dev.ashlar.data.table.internal.TableBindings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A DynamoDB table that services can be bound to: a {@link DynamoTable}, or an existing one. Bindings cover the table
 * and all of its indexes; the environment variable {@code <TABLE>_TABLE} contains the table's name.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html">Actions,
 *     resources, and condition keys for Amazon DynamoDB</a>
 */
public interface Table {

    /** Returns the name of the table in bindings. */
    String label();

    /** Returns the physical name of the table. */
    Output<String> tableName();

    /** Returns the ARN of the table. */
    Output<String> tableArn();

    /** Returns the ARN of the table's stream; empty if it has none. */
    Optional<Output<String>> streamArn();

    /** Returns the customer managed key that encrypts the table; null for AWS's keys, which require no permission. */
    @Nullable
    Output<String> kmsKeyArn();

    /** Returns a binding that allows reading items. */
    default Binding read() {
        return read(label());
    }

    /** Returns a binding that allows reading items, with the table's name in {@code <PREFIX>_TABLE}. */
    default Binding read(String prefix) {
        return new TableBindings(this).read(prefix);
    }

    /** Returns a binding that allows putting, updating and deleting items, but not reading them. */
    default Binding write() {
        return write(label());
    }

    /**
     * Returns a binding that allows putting, updating and deleting items, but not reading them, with the table's name
     * in {@code <PREFIX>_TABLE}.
     */
    default Binding write(String prefix) {
        return new TableBindings(this).write(prefix);
    }

    /** Returns a binding that allows reading, putting, updating and deleting items. */
    default Binding readWrite() {
        return readWrite(label());
    }

    /**
     * Returns a binding that allows reading, putting, updating and deleting items, with the table's name in
     * {@code <PREFIX>_TABLE}.
     */
    default Binding readWrite(String prefix) {
        return new TableBindings(this).readWrite(prefix);
    }

    /** Returns a binding that allows reading the table's stream, whose ARN is in {@code <TABLE>_STREAM_ARN}. */
    default Binding stream() {
        return stream(label());
    }

    /**
     * Returns a binding that allows reading the table's stream, whose ARN is in {@code <PREFIX>_STREAM_ARN}.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the table has no stream
     */
    default Binding stream(String prefix) {
        return new TableBindings(this).stream(prefix);
    }
}

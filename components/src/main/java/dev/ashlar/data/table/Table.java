package dev.ashlar.data.table;

import com.pulumi.core.Output;
import dev.ashlar.core.Binding;
import dev.ashlar.data.table.internal.TableBindings;
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
        return new TableBindings(this).read(prefix);
    }

    /** Lets a service put, change and delete items, without reading them. */
    default Binding write() {
        return write(label());
    }

    /** Lets a service put, change and delete items, without reading them; it finds the table's name in {@code
     * <PREFIX>_TABLE}. */
    default Binding write(String prefix) {
        return new TableBindings(this).write(prefix);
    }

    /** Lets a service find, read, put, change and delete items. */
    default Binding readWrite() {
        return readWrite(label());
    }

    /** Lets a service find, read, put, change and delete items; it finds the table's name in {@code <PREFIX>_TABLE}. */
    default Binding readWrite(String prefix) {
        return new TableBindings(this).readWrite(prefix);
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
        return new TableBindings(this).stream(prefix);
    }
}

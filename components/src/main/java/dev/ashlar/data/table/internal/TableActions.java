package dev.ashlar.data.table.internal;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the users of a table may do. Transactions need no actions of their own: each of their parts is permitted as the single
 * operation would be, and {@code ConditionCheckItem} permits their conditions.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html">Using IAM with
 *     DynamoDB transactions</a>
 */
public final class TableActions {

    // Clients ask for the table's shape first.
    private static final String DESCRIBE = "dynamodb:DescribeTable";

    public static final List<String> READ = List.of(
            "dynamodb:BatchGetItem",
            "dynamodb:ConditionCheckItem",
            DESCRIBE,
            "dynamodb:GetItem",
            "dynamodb:Query",
            "dynamodb:Scan");

    public static final List<String> WRITE = List.of(
            "dynamodb:BatchWriteItem", "dynamodb:DeleteItem", DESCRIBE, "dynamodb:PutItem", "dynamodb:UpdateItem");

    public static final List<String> READ_WRITE =
            Stream.concat(READ.stream(), WRITE.stream()).distinct().sorted().toList();

    public static final List<String> STREAM =
            List.of("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator");

    private TableActions() {}
}

package dev.ashlar.data.table;

/**
 * Whose key encrypts a table; DynamoDB encrypts in any case.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.howitworks.html">Encryption at
 *     rest: How it works</a>
 */
public enum TableEncryption {
    /** A key that belongs to DynamoDB: free. */
    AWS_OWNED,
    /** The account's own key {@code aws/dynamodb}: requests cost, and CloudTrail shows them. */
    AWS_MANAGED,
    /** The key of {@link DynamoTableArgs#kmsKeyArn}: you decide who may use it. */
    CUSTOMER_MANAGED
}

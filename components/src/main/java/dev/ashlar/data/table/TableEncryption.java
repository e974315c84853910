package dev.ashlar.data.table;

/**
 * The kind of key that encrypts a table. DynamoDB always encrypts.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.howitworks.html">Encryption at
 *     rest: How it works</a>
 */
public enum TableEncryption {
    /** A key that DynamoDB owns: free. */
    AWS_OWNED,
    /** The account's AWS managed key {@code aws/dynamodb}: KMS requests are billed and logged by CloudTrail. */
    AWS_MANAGED,
    /** The customer managed key of {@link DynamoTableArgs#kmsKeyArn}, whose policy you control. */
    CUSTOMER_MANAGED
}

package dev.ashlar.core;

import com.pulumi.core.Output;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a secret value; never the value itself.
 *
 * @param secretArn the ARN of a Secrets Manager secret
 * @param jsonKey the key within a secret that is a JSON object; null for the whole value
 * @param kmsKeyArn the customer managed key that encrypts the secret; null for the account's
 *     {@code aws/secretsmanager} key, which requires no permission
 * @param rotates whether the value rotates, so that a consumer must read it again
 */
public record SecretReference(
        Output<String> secretArn,
        @Nullable String jsonKey,
        @Nullable Output<String> kmsKeyArn,
        boolean rotates) {

    /** Creates a reference to a value that does not rotate. */
    public SecretReference(Output<String> secretArn, @Nullable String jsonKey, @Nullable Output<String> kmsKeyArn) {
        this(secretArn, jsonKey, kmsKeyArn, false);
    }

    /** Returns a reference to a whole secret. */
    public static SecretReference of(Output<String> secretArn) {
        return new SecretReference(secretArn, null, null);
    }

    /** Returns a reference to one key of a secret that is a JSON object. */
    public static SecretReference of(Output<String> secretArn, String jsonKey) {
        return new SecretReference(secretArn, jsonKey, null);
    }

    /** Returns a reference to one key of this secret, which is a JSON object. */
    public SecretReference key(String key) {
        return new SecretReference(secretArn, key, kmsKeyArn, rotates);
    }

    /**
     * Returns a reference to the same value as one that rotates: a service that uses it is redeployed after each
     * rotation. CloudTrail provides the event, so the account needs a trail of management events in this region.
     */
    public SecretReference rotating() {
        return new SecretReference(secretArn, jsonKey, kmsKeyArn, true);
    }

    /**
     * Returns the reference in the form of an ECS container definition: {@code arn:jsonKey:versionStage:versionId}.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html">Pass
     *     Secrets Manager secrets through Amazon ECS environment variables</a>
     */
    public Output<String> valueFrom() {
        return jsonKey == null ? secretArn : secretArn.applyValue(arn -> arn + ":" + jsonKey + "::");
    }
}

package dev.ashlar.core;

import com.pulumi.core.Output;
import org.jspecify.annotations.Nullable;

/**
 * Where a secret value is kept: never the value itself.
 *
 * @param secretArn the ARN of a Secrets Manager secret
 * @param jsonKey the key within a secret that holds a JSON object; null for the whole value
 * @param kmsKeyArn the customer managed key that encrypts the secret; null when it is the account's own
 *     {@code aws/secretsmanager} key, which needs no permission
 * @param rotates whether the value changes by itself, so that a consumer that read it once has to read it again
 */
public record SecretReference(
        Output<String> secretArn,
        @Nullable String jsonKey,
        @Nullable Output<String> kmsKeyArn,
        boolean rotates) {

    /** A value that stays as it is. */
    public SecretReference(Output<String> secretArn, @Nullable String jsonKey, @Nullable Output<String> kmsKeyArn) {
        this(secretArn, jsonKey, kmsKeyArn, false);
    }

    /** A whole secret. */
    public static SecretReference of(Output<String> secretArn) {
        return new SecretReference(secretArn, null, null);
    }

    /** One key of a secret that holds a JSON object. */
    public static SecretReference of(Output<String> secretArn, String jsonKey) {
        return new SecretReference(secretArn, jsonKey, null);
    }

    /** One key of this secret, which holds a JSON object. */
    public SecretReference key(String key) {
        return new SecretReference(secretArn, key, kmsKeyArn, rotates);
    }

    /**
     * The same value, which changes by itself: a service that uses it is deployed anew when it has. The event comes by way of
     * CloudTrail, so the account needs a trail that logs management events in this region.
     */
    public SecretReference rotating() {
        return new SecretReference(secretArn, jsonKey, kmsKeyArn, true);
    }

    /**
     * The reference as an ECS container definition writes it: {@code arn:jsonKey:versionStage:versionId}.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html">Pass
     *     Secrets Manager secrets through Amazon ECS environment variables</a>
     */
    public Output<String> valueFrom() {
        return jsonKey == null ? secretArn : secretArn.applyValue(arn -> arn + ":" + jsonKey + "::");
    }
}

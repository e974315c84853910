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
 */
public record SecretReference(
        Output<String> secretArn,
        @Nullable String jsonKey,
        @Nullable Output<String> kmsKeyArn) {

    /** A whole secret. */
    public static SecretReference of(Output<String> secretArn) {
        return new SecretReference(secretArn, null, null);
    }

    /** One key of a secret that holds a JSON object. */
    public static SecretReference of(Output<String> secretArn, String jsonKey) {
        return new SecretReference(secretArn, jsonKey, null);
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

package dev.ashlar.data.bucket.internal;

import com.pulumi.core.Output;
import dev.ashlar.core.Ashlar;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Binding;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.core.Violations;
import dev.ashlar.data.bucket.Bucket;
import dev.ashlar.internal.component.Names;
import java.util.Optional;

/**
 * The bindings of a bucket, created by this library or not.
 *
 * @param keyPrefix the prefix of the objects' keys; empty for all objects
 */
public record BucketBindings(Bucket bucket, String keyPrefix) {

    private static final String[] READ_OBJECTS = {"s3:GetObject"};
    // Deleting an object keeps its versions; without s3:DeleteObjectVersion no data are lost.
    private static final String[] WRITE_OBJECTS = {"s3:AbortMultipartUpload", "s3:DeleteObject", "s3:PutObject"};

    public BucketBindings {
        var violations = Violations.of("DataBucket", bucket.label());
        violations.expect(
                keyPrefix.isEmpty() || keyPrefix.matches("[^/*?][^*?]*/"),
                "keyPrefix",
                '"' + keyPrefix + '"',
                "a prefix ends with a slash, or it would match other keys too, and has no slash at its start"
                        + " and no wildcard",
                "use a prefix like \"reports/\"");
        Ashlar.check(violations);
    }

    public Binding read(String environmentPrefix) {
        return binding("read", environmentPrefix)
                .addStatements(PolicyStatement.allow(objects(), READ_OBJECTS), list())
                .addAllStatements(key("kms:Decrypt").stream().toList())
                .build();
    }

    public Binding write(String environmentPrefix) {
        return binding("write", environmentPrefix)
                .addStatements(PolicyStatement.allow(objects(), WRITE_OBJECTS))
                .addAllStatements(writeKey().stream().toList())
                .build();
    }

    public Binding readWrite(String environmentPrefix) {
        return binding("read-write", environmentPrefix)
                .addStatements(
                        PolicyStatement.allow(objects(), READ_OBJECTS),
                        list(),
                        PolicyStatement.allow(objects(), WRITE_OBJECTS))
                .addAllStatements(writeKey().stream().toList())
                .build();
    }

    private Binding.Builder binding(String access, String environmentPrefix) {
        return Binding.builder()
                .provider(bucket.label())
                .access(access)
                .putEnvironment(Names.environmentVariable(environmentPrefix, "BUCKET"), bucket.bucketName())
                .addServices(AwsService.S3);
    }

    private Output<String> objects() {
        return Output.format("%s/%s*", bucket.bucketArn(), keyPrefix);
    }

    /** Returns the permission to list keys, without which S3 responds "access denied" for a key that does not exist. */
    private PolicyStatement list() {
        var all = PolicyStatement.allow(bucket.bucketArn(), "s3:ListBucket");
        return keyPrefix.isEmpty() ? all : all.when("StringLike", "s3:prefix", keyPrefix + "*");
    }

    /**
     * Returns the permission to use the key for writing: S3 decrypts the parts of a multipart upload to assemble them.
     */
    private Optional<PolicyStatement> writeKey() {
        return key("kms:Decrypt", "kms:GenerateDataKey");
    }

    /**
     * Returns the permission to use the bucket's key, if it has one.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html">Using server-side
     *     encryption with AWS KMS keys</a>
     */
    private Optional<PolicyStatement> key(String... actions) {
        return Optional.ofNullable(bucket.kmsKeyArn()).map(key -> PolicyStatement.allow(key, actions));
    }
}

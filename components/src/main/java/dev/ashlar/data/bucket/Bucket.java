package dev.ashlar.data.bucket;

import com.pulumi.core.Output;
import dev.ashlar.core.Binding;
import dev.ashlar.data.bucket.internal.BucketBindings;
import org.jspecify.annotations.Nullable;

/**
 * An S3 bucket that services can be bound to: a {@link DataBucket}, or an existing one. The environment variable
 * {@code <BUCKET>_BUCKET} contains the bucket's name. A binding applies to all objects, or to those whose keys start
 * with a prefix, which ends with a slash: {@code bucket.read("reports/")}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html">Policy actions for
 *     Amazon S3</a>
 */
public interface Bucket {

    /** Returns the name of the bucket in bindings. */
    String label();

    /** Returns the physical name of the bucket. */
    Output<String> bucketName();

    /** Returns the ARN of the bucket. */
    Output<String> bucketArn();

    /**
     * Returns the customer managed key that encrypts the objects; null for S3 managed keys, which require no
     * permission.
     */
    @Nullable
    Output<String> kmsKeyArn();

    /** Returns a binding that allows listing and reading all objects. */
    default Binding read() {
        return read("");
    }

    /**
     * Returns a binding that allows listing and reading the objects whose keys start with a prefix.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the prefix does not end with a slash, or contains a wildcard
     */
    default Binding read(String keyPrefix) {
        return read(keyPrefix, label());
    }

    /** Returns the binding of {@link #read(String)} with the bucket's name in {@code <PREFIX>_BUCKET}. */
    default Binding read(String keyPrefix, String environmentPrefix) {
        return new BucketBindings(this, keyPrefix).read(environmentPrefix);
    }

    /** Returns a binding that allows putting and deleting all objects, but not reading them. */
    default Binding write() {
        return write("");
    }

    /**
     * Returns a binding that allows putting and deleting objects whose keys start with a prefix, but not reading them.
     */
    default Binding write(String keyPrefix) {
        return write(keyPrefix, label());
    }

    /** Returns the binding of {@link #write(String)} with the bucket's name in {@code <PREFIX>_BUCKET}. */
    default Binding write(String keyPrefix, String environmentPrefix) {
        return new BucketBindings(this, keyPrefix).write(environmentPrefix);
    }

    /** Returns a binding that allows listing, reading, putting and deleting all objects. */
    default Binding readWrite() {
        return readWrite("");
    }

    /**
     * Returns a binding that allows listing, reading, putting and deleting the objects whose keys start with a prefix.
     */
    default Binding readWrite(String keyPrefix) {
        return readWrite(keyPrefix, label());
    }

    /** Returns the binding of {@link #readWrite(String)} with the bucket's name in {@code <PREFIX>_BUCKET}. */
    default Binding readWrite(String keyPrefix, String environmentPrefix) {
        return new BucketBindings(this, keyPrefix).readWrite(environmentPrefix);
    }
}

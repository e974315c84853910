package dev.ashlar.data.bucket;

import com.pulumi.core.Output;
import dev.ashlar.core.Binding;
import dev.ashlar.data.bucket.internal.BucketBindings;
import org.jspecify.annotations.Nullable;

/**
 * An S3 bucket that services can be bound to: a {@link DataBucket}, or one that exists already. A service finds the bucket's
 * name in {@code <BUCKET>_BUCKET}. A binding is about all objects, or about those whose keys start with a prefix, which ends
 * with a slash: {@code bucket.read("reports/")}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html">Policy actions for
 *     Amazon S3</a>
 */
public interface Bucket {

    /** What bindings call the bucket. */
    String label();

    /** The physical name of the bucket. */
    Output<String> bucketName();

    /** The ARN of the bucket. */
    Output<String> bucketArn();

    /** The customer managed key that encrypts the objects; null for S3's own keys, which need no permission. */
    @Nullable
    Output<String> kmsKeyArn();

    /** Lets a service list and read all objects. */
    default Binding read() {
        return read("");
    }

    /**
     * Lets a service list and read the objects whose keys start with a prefix.
     *
     * @throws dev.ashlar.core.InvalidArgsException when the prefix does not end with a slash, or holds a wildcard
     */
    default Binding read(String keyPrefix) {
        return read(keyPrefix, label());
    }

    /** As {@link #read(String)}; the service finds the bucket's name in {@code <PREFIX>_BUCKET}. */
    default Binding read(String keyPrefix, String environmentPrefix) {
        return new BucketBindings(this, keyPrefix).read(environmentPrefix);
    }

    /** Lets a service put and delete any object, without reading one. */
    default Binding write() {
        return write("");
    }

    /** Lets a service put and delete objects whose keys start with a prefix, without reading them. */
    default Binding write(String keyPrefix) {
        return write(keyPrefix, label());
    }

    /** As {@link #write(String)}; the service finds the bucket's name in {@code <PREFIX>_BUCKET}. */
    default Binding write(String keyPrefix, String environmentPrefix) {
        return new BucketBindings(this, keyPrefix).write(environmentPrefix);
    }

    /** Lets a service list, read, put and delete all objects. */
    default Binding readWrite() {
        return readWrite("");
    }

    /** Lets a service list, read, put and delete the objects whose keys start with a prefix. */
    default Binding readWrite(String keyPrefix) {
        return readWrite(keyPrefix, label());
    }

    /** As {@link #readWrite(String)}; the service finds the bucket's name in {@code <PREFIX>_BUCKET}. */
    default Binding readWrite(String keyPrefix, String environmentPrefix) {
        return new BucketBindings(this, keyPrefix).readWrite(environmentPrefix);
    }
}

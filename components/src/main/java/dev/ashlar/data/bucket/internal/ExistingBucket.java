package dev.ashlar.data.bucket.internal;

import com.pulumi.core.Output;
import dev.ashlar.core.Ashlar;
import dev.ashlar.core.Violations;
import dev.ashlar.data.bucket.Bucket;
import dev.ashlar.data.bucket.ExistingBucketArgs;
import dev.ashlar.internal.check.KnownArn;
import dev.ashlar.internal.component.Created;
import dev.ashlar.internal.component.Names;
import org.jspecify.annotations.Nullable;

/** An existing bucket: it provides bindings and creates nothing. */
public record ExistingBucket(
        String label, Output<String> bucketArn, @Nullable Output<String> kmsKeyArn) implements Bucket {

    public static Bucket of(String name, ExistingBucketArgs args) {
        var violations = Violations.of("DataBucket.fromExisting", name);
        Names.check(name, violations);
        var bucketArn = args.bucketArn();
        violations.require("bucketArn", bucketArn, "policies identify the bucket by its ARN", "set it");
        Ashlar.check(violations);
        var known = new KnownArn(violations.subject());
        return new ExistingBucket(
                name,
                bucketArn == null ? Created.unknown() : known.of("bucketArn", bucketArn, "s3"),
                known.ifGiven("kmsKeyArn", args.kmsKeyArn(), "kms"));
    }

    @Override
    public Output<String> bucketName() {
        return bucketArn.applyValue(arn -> arn.substring(arn.lastIndexOf(':') + 1));
    }
}

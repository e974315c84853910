package dev.ashlar.data.bucket;

import com.pulumi.aws.s3.BucketV2;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.ashlar.core.Component;
import dev.ashlar.core.Violations;
import dev.ashlar.data.bucket.internal.BucketPolicyPlan;
import dev.ashlar.data.bucket.internal.BucketResources;
import dev.ashlar.data.bucket.internal.DataBucketCheck;
import dev.ashlar.data.bucket.internal.ExistingBucket;
import dev.ashlar.internal.component.Created;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Creates a private S3 bucket. Only principals that a binding or a statement grants access can use it: public access is
 * blocked, ACLs are disabled, requests require TLS 1.2 or later, objects are encrypted, and overwritten or deleted
 * objects can be restored for 90 days. The resources are the bucket, its public access block, policy, ownership
 * controls, encryption, versioning and lifecycle configuration, and with the options that require them its CORS,
 * logging and notification configurations. A bucket has one of each: a second one elsewhere would overwrite it.
 *
 * <p>A GB costs about 0.023 USD a month, including old versions; 1,000 writes cost 0.005 USD and 1,000 reads 0.0004
 * USD. With a customer managed key, requests to KMS cost extra; the bucket key keeps their number low.
 *
 * <p>The bucket is replaced by a change of its name, and by adding or removing {@link LogDelivery#webFirewall}, which
 * requires another name. While {@code deletionProtection} is on, Pulumi rejects this.
 *
 * <pre>{@code
 * var documents = new DataBucket("documents", DataBucketArgs.builder()
 *         .lifecycleRule("archive", rule -> rule.prefix("reports/").transition(StorageClass.GLACIER_IR, Duration.ofDays(90)))
 *         .build());
 * }</pre>
 */
public final class DataBucket extends Component implements Bucket {

    private static final String TYPE = "ashlar:data:DataBucket";

    private final String name;
    private final DataBucketArgs args;
    private final Created<BucketV2> created;

    /**
     * Creates a bucket.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public DataBucket(String name, DataBucketArgs args) {
        this(name, args, null);
    }

    /**
     * Creates a bucket.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public DataBucket(String name, DataBucketArgs args, @Nullable ComponentResourceOptions options) {
        super(TYPE, name, options, check(name, args));
        this.name = name;
        this.args = args;
        this.created = create(() -> {
            var resources = new BucketResources(children(args.tags()), args);
            resources.secure(policy(args, resources.bucket().arn()));
            resources.keep();
            if (!args.corsRules().isEmpty()) {
                resources.allowOrigins();
            }
            if (args.accessLogsBucket() != null) {
                resources.recordAccess(args.accessLogsBucket());
            }
            if (args.eventBridge()) {
                resources.notifyEventBridge();
            }
            return resources.bucket();
        });
        registerOutputs(Map.of("bucketName", bucketName(), "bucketArn", bucketArn()));
    }

    /** Returns the violations of the options; empty if the bucket can be created. */
    public static Violations check(String name, DataBucketArgs args) {
        var violations = DataBucketCheck.check(name, args);
        args.checkKeys(violations);
        return violations;
    }

    /**
     * Returns an existing bucket, created by hand, by another stack or by another library. Creates nothing, and does
     * not change the bucket's policy.
     *
     * @param name the bucket's name in messages, in the consumers' policies and in environment variables
     * @throws dev.ashlar.core.InvalidArgsException if facts are missing
     */
    public static Bucket fromExisting(String name, ExistingBucketArgs args) {
        return ExistingBucket.of(name, args);
    }

    private Output<String> policy(DataBucketArgs args, Output<String> bucketArn) {
        var plan = new BucketPolicyPlan(args);
        return plan.needsEnvironment()
                ? awsEnvironment().apply(environment -> plan.document(bucketArn, environment))
                : plan.document(bucketArn);
    }

    @Override
    public String label() {
        return name;
    }

    @Override
    public Output<String> bucketName() {
        return created.output(BucketV2::id);
    }

    @Override
    public Output<String> bucketArn() {
        return created.output(BucketV2::arn);
    }

    @Override
    public @Nullable Output<String> kmsKeyArn() {
        return args.kmsKeyArn();
    }
}

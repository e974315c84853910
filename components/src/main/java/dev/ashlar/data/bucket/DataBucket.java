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
 * An S3 bucket that nobody reaches but those who were given a binding: public access is blocked, ACLs are off, requests must
 * use TLS 1.2 or later, objects are encrypted, and what is overwritten or deleted can be restored for 90 days. It creates the
 * bucket, its public access block, policy, ownership controls, encryption, versioning and lifecycle configuration; CORS,
 * logging and notification configurations where they are asked for. Each of these exists once for a bucket: a second one elsewhere would
 * fight with it.
 *
 * <p>A GB costs about 0.023 USD a month, old versions included; 1,000 writes cost 0.005 USD and 1,000 reads 0.0004 USD. With a
 * key of yours, KMS's requests come on top, few because of the bucket key.
 *
 * <p>Only another name replaces the bucket, and a first log delivery that demands one ({@link LogDelivery#webFirewall}), or
 * its end. While {@code deletionProtection} is on, Pulumi refuses that.
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
     * @throws dev.ashlar.core.InvalidArgsException with every fault of the options
     */
    public DataBucket(String name, DataBucketArgs args) {
        this(name, args, null);
    }

    /**
     * Creates a bucket.
     *
     * @throws dev.ashlar.core.InvalidArgsException with every fault of the options
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

    /** Every fault of the options; empty when the bucket can be created. */
    public static Violations check(String name, DataBucketArgs args) {
        var violations = DataBucketCheck.check(name, args);
        args.checkKeys(violations);
        return violations;
    }

    /**
     * A bucket that exists already, made by hand, by another stack or by another library. Creates nothing, and leaves the
     * bucket's policy alone.
     *
     * @param name how the consumers' rules and environment variables call it
     * @throws dev.ashlar.core.InvalidArgsException with every fact that is missing
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

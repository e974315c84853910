package dev.ashlar.data.bucket.internal;

import com.pulumi.aws.s3.BucketCorsConfigurationV2;
import com.pulumi.aws.s3.BucketCorsConfigurationV2Args;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2Args;
import com.pulumi.aws.s3.BucketLoggingV2;
import com.pulumi.aws.s3.BucketLoggingV2Args;
import com.pulumi.aws.s3.BucketNotification;
import com.pulumi.aws.s3.BucketNotificationArgs;
import com.pulumi.aws.s3.BucketOwnershipControls;
import com.pulumi.aws.s3.BucketOwnershipControlsArgs;
import com.pulumi.aws.s3.BucketPolicy;
import com.pulumi.aws.s3.BucketPolicyArgs;
import com.pulumi.aws.s3.BucketPublicAccessBlock;
import com.pulumi.aws.s3.BucketPublicAccessBlockArgs;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2Args;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.aws.s3.BucketVersioningV2;
import com.pulumi.aws.s3.BucketVersioningV2Args;
import com.pulumi.aws.s3.inputs.BucketCorsConfigurationV2CorsRuleArgs;
import com.pulumi.aws.s3.inputs.BucketOwnershipControlsRuleArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketVersioningV2VersioningConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.ashlar.data.bucket.CorsRuleArgs;
import dev.ashlar.data.bucket.DataBucketArgs;
import dev.ashlar.internal.component.Children;
import dev.ashlar.internal.component.Names;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A bucket and the resources that configure it. The next major version of Pulumi's AWS provider renames all of these
 * types: this is the one place that names them.
 */
public final class BucketResources {

    private final DataBucketArgs args;
    private final Children children;
    private final BucketV2 bucket;

    /** Creates the bucket. */
    public BucketResources(Children children, DataBucketArgs args) {
        this.children = children;
        this.args = args;
        this.bucket = createBucket();
    }

    public BucketV2 bucket() {
        return bucket;
    }

    private BucketV2 createBucket() {
        return new BucketV2(
                logicalName(),
                BucketV2Args.builder()
                        .forceDestroy(args.forceDestroy())
                        .tags(children.tags())
                        .build(),
                children.options(options -> options.protect(args.deletionProtection())));
    }

    /**
     * Returns the name from which the provider derives the bucket's name; a log delivery can require its first part.
     */
    private String logicalName() {
        return args.logDeliveries().stream()
                .map(delivery -> LogDeliveryRules.of(delivery).namePrefix())
                .filter(Objects::nonNull)
                .findFirst()
                .map(prefix -> Names.child(prefix, children.name()))
                .orElse(children.name());
    }

    /**
     * Creates the public access block, the policy, the ownership controls and the encryption. The first three are
     * created one after the other, because S3 rejects a policy, or keeps an older one, while public access is being
     * blocked.
     */
    public void secure(Output<String> policyDocument) {
        var publicAccessBlock = blockPublicAccess();
        var policy = new BucketPolicy(
                children.name(),
                BucketPolicyArgs.builder()
                        .bucket(bucket.id())
                        .policy(policyDocument)
                        .build(),
                after(publicAccessBlock));
        disableAcls(after(policy));
        encrypt();
    }

    private BucketPublicAccessBlock blockPublicAccess() {
        return new BucketPublicAccessBlock(
                children.name(),
                BucketPublicAccessBlockArgs.builder()
                        .bucket(bucket.id())
                        .blockPublicAcls(true)
                        .ignorePublicAcls(true)
                        .blockPublicPolicy(!args.allowPublicPolicy())
                        .restrictPublicBuckets(!args.allowPublicPolicy())
                        .build(),
                children.options());
    }

    private void disableAcls(CustomResourceOptions options) {
        new BucketOwnershipControls(
                children.name(),
                BucketOwnershipControlsArgs.builder()
                        .bucket(bucket.id())
                        .rule(BucketOwnershipControlsRuleArgs.builder()
                                .objectOwnership("BucketOwnerEnforced")
                                .build())
                        .build(),
                options);
    }

    private void encrypt() {
        var byDefault = BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs.builder();
        var key = args.kmsKeyArn();
        var rule = BucketServerSideEncryptionConfigurationV2RuleArgs.builder();
        if (key == null) {
            byDefault.sseAlgorithm("AES256");
        } else {
            byDefault.sseAlgorithm("aws:kms").kmsMasterKeyId(key);
            rule.bucketKeyEnabled(true);
        }
        new BucketServerSideEncryptionConfigurationV2(
                children.name(),
                BucketServerSideEncryptionConfigurationV2Args.builder()
                        .bucket(bucket.id())
                        .rules(rule.applyServerSideEncryptionByDefault(byDefault.build())
                                .build())
                        .build(),
                children.options());
    }

    /** Creates versioning and the lifecycle rules, which S3 requires in this order. */
    public void keep() {
        var versioning = new BucketVersioningV2(
                children.name(),
                BucketVersioningV2Args.builder()
                        .bucket(bucket.id())
                        .versioningConfiguration(BucketVersioningV2VersioningConfigurationArgs.builder()
                                // Versioning that was enabled once cannot be disabled, only suspended.
                                .status(args.versioning() ? "Enabled" : "Suspended")
                                .build())
                        .build(),
                children.options());
        new BucketLifecycleConfigurationV2(
                children.name(),
                BucketLifecycleConfigurationV2Args.builder()
                        .bucket(bucket.id())
                        .rules(BucketLifecycle.rules(args))
                        .build(),
                after(versioning));
    }

    /** Creates the CORS rules. */
    public void allowOrigins() {
        new BucketCorsConfigurationV2(
                children.name(),
                BucketCorsConfigurationV2Args.builder()
                        .bucket(bucket.id())
                        .corsRules(new TreeMap<>(args.corsRules())
                                .entrySet().stream()
                                        .map(rule -> corsRule(rule.getKey(), rule.getValue()))
                                        .toList())
                        .build(),
                children.options());
    }

    private static BucketCorsConfigurationV2CorsRuleArgs corsRule(String id, CorsRuleArgs args) {
        var rule = BucketCorsConfigurationV2CorsRuleArgs.builder()
                .id(id)
                .allowedOrigins(args.allowedOrigins())
                .allowedMethods(args.allowedMethods().stream()
                        .map(CorsRuleArgs.Method::name)
                        .sorted()
                        .toList());
        if (!args.allowedHeaders().isEmpty()) {
            rule.allowedHeaders(args.allowedHeaders());
        }
        if (!args.exposeHeaders().isEmpty()) {
            rule.exposeHeaders(args.exposeHeaders());
        }
        var maxAge = args.maxAge();
        if (maxAge != null) {
            rule.maxAgeSeconds(Math.toIntExact(maxAge.toSeconds()));
        }
        return rule.build();
    }

    /** Creates the server access logging. */
    public void recordAccess(Output<String> targetBucket) {
        new BucketLoggingV2(
                children.name(),
                BucketLoggingV2Args.builder()
                        .bucket(bucket.id())
                        .targetBucket(targetBucket)
                        .targetPrefix(children.name() + "/")
                        .build(),
                children.options());
    }

    /** Creates the notification of EventBridge. */
    public void notifyEventBridge() {
        new BucketNotification(
                children.name(),
                BucketNotificationArgs.builder()
                        .bucket(bucket.id())
                        .eventbridge(true)
                        .build(),
                children.options());
    }

    private CustomResourceOptions after(Resource earlier) {
        return children.options(options -> options.dependsOn(List.of(earlier)));
    }
}

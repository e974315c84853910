package dev.ashlar.traffic;

import com.pulumi.aws.s3.BucketLifecycleConfigurationV2;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2Args;
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
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleFilterArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketOwnershipControlsRuleArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketVersioningV2VersioningConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.ashlar.core.Names;
import dev.ashlar.core.Tags;
import dev.ashlar.identity.PolicyDocument;
import java.util.List;
import java.util.Map;

/**
 * The bucket that a load balancer's logs go to.
 *
 * @param bucketName the bucket
 * @param ready what must exist before a load balancer can be told to write there
 */
record LoadBalancerLogs(Output<String> bucketName, List<Resource> ready) {

    static final String ACCESS_PREFIX = "access";
    static final String CONNECTION_PREFIX = "connection";

    // How long a log file that somebody deleted or overwrote can still be restored.
    private static final int NONCURRENT_DAYS = 30;
    private static final int MULTIPART_DAYS = 7;

    /** A bucket that exists already. */
    static LoadBalancerLogs in(Output<String> bucketName) {
        return new LoadBalancerLogs(bucketName, List.of());
    }

    /** A new bucket, for the load balancer of this name. */
    static LoadBalancerLogs create(
            String loadBalancer, LoadBalancerArgs args, Output<String> accountId, Resource parent) {
        var name = Names.child(loadBalancer, "logs");
        var child = CustomResourceOptions.builder().parent(parent).build();
        var bucket = bucket(name, args, parent);
        var publicAccessBlock = blockPublicAccess(name, bucket, child);
        disableAcls(name, bucket, child);
        encrypt(name, bucket, child);
        keepVersions(name, bucket, child);
        expire(name, bucket, args.accessLogsRetention().toDays(), child);
        // S3 refuses a policy while public access is being blocked.
        var policyOptions = CustomResourceOptions.builder()
                .parent(parent)
                .dependsOn(publicAccessBlock)
                .build();
        var policy = new BucketPolicy(
                name,
                BucketPolicyArgs.builder()
                        .bucket(bucket.id())
                        .policy(policy(bucket.arn(), accountId))
                        .build(),
                policyOptions);
        return new LoadBalancerLogs(bucket.id(), List.of(policy));
    }

    private static BucketV2 bucket(String name, LoadBalancerArgs args, Resource parent) {
        boolean keep = args.profile().dataProtection();
        return new BucketV2(
                name,
                BucketV2Args.builder()
                        .forceDestroy(!keep)
                        .tags(Tags.named(name, args.tags()))
                        .build(),
                CustomResourceOptions.builder().parent(parent).protect(keep).build());
    }

    private static Resource blockPublicAccess(String name, BucketV2 bucket, CustomResourceOptions child) {
        return new BucketPublicAccessBlock(
                name,
                BucketPublicAccessBlockArgs.builder()
                        .bucket(bucket.id())
                        .blockPublicAcls(true)
                        .blockPublicPolicy(true)
                        .ignorePublicAcls(true)
                        .restrictPublicBuckets(true)
                        .build(),
                child);
    }

    private static void disableAcls(String name, BucketV2 bucket, CustomResourceOptions child) {
        new BucketOwnershipControls(
                name,
                BucketOwnershipControlsArgs.builder()
                        .bucket(bucket.id())
                        .rule(BucketOwnershipControlsRuleArgs.builder()
                                .objectOwnership("BucketOwnerEnforced")
                                .build())
                        .build(),
                child);
    }

    // Elastic Load Balancing writes to buckets with S3's own keys only.
    private static void encrypt(String name, BucketV2 bucket, CustomResourceOptions child) {
        new BucketServerSideEncryptionConfigurationV2(
                name,
                BucketServerSideEncryptionConfigurationV2Args.builder()
                        .bucket(bucket.id())
                        .rules(BucketServerSideEncryptionConfigurationV2RuleArgs.builder()
                                .applyServerSideEncryptionByDefault(
                                        BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs
                                                .builder()
                                                .sseAlgorithm("AES256")
                                                .build())
                                .build())
                        .build(),
                child);
    }

    private static void keepVersions(String name, BucketV2 bucket, CustomResourceOptions child) {
        new BucketVersioningV2(
                name,
                BucketVersioningV2Args.builder()
                        .bucket(bucket.id())
                        .versioningConfiguration(BucketVersioningV2VersioningConfigurationArgs.builder()
                                .status("Enabled")
                                .build())
                        .build(),
                child);
    }

    private static void expire(String name, BucketV2 bucket, long days, CustomResourceOptions child) {
        new BucketLifecycleConfigurationV2(
                name,
                BucketLifecycleConfigurationV2Args.builder()
                        .bucket(bucket.id())
                        .rules(BucketLifecycleConfigurationV2RuleArgs.builder()
                                .id("expire")
                                .status("Enabled")
                                .filter(BucketLifecycleConfigurationV2RuleFilterArgs.builder()
                                        .prefix("")
                                        .build())
                                .expiration(BucketLifecycleConfigurationV2RuleExpirationArgs.builder()
                                        .days(Math.toIntExact(days))
                                        .build())
                                .noncurrentVersionExpiration(
                                        BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs.builder()
                                                .noncurrentDays(NONCURRENT_DAYS)
                                                .build())
                                .abortIncompleteMultipartUpload(
                                        BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs.builder()
                                                .daysAfterInitiation(MULTIPART_DAYS)
                                                .build())
                                .build())
                        .build(),
                child);
    }

    /**
     * Lets Elastic Load Balancing write this account's logs. The service principal works in every region; the account
     * ids that older regions had instead are what AWS advises to replace.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html">Enable
     *     access logs for your Application Load Balancer</a>
     */
    static Output<String> policy(Output<String> bucketArn, Output<String> accountId) {
        return PolicyDocument.builder()
                .denyPlainText(List.of("s3:*"), List.of(bucketArn, Output.format("%s/*", bucketArn)))
                .statement(
                        "WriteLogs",
                        "Allow",
                        Map.of("Service", "logdelivery.elasticloadbalancing.amazonaws.com"),
                        List.of("s3:PutObject"),
                        List.of(
                                Output.format("%s/%s/AWSLogs/%s/*", bucketArn, ACCESS_PREFIX, accountId),
                                Output.format("%s/%s/AWSLogs/%s/*", bucketArn, CONNECTION_PREFIX, accountId)),
                        Map.of())
                .build();
    }
}

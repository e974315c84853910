package dev.ashlar.data.bucket.internal;

import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleFilterAndArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleFilterArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleNoncurrentVersionTransitionArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleTransitionArgs;
import dev.ashlar.data.bucket.DataBucketArgs;
import dev.ashlar.data.bucket.LifecycleRuleArgs;
import dev.ashlar.data.bucket.StorageClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules of a bucket's lifecycle configuration. */
final class BucketLifecycle {

    /** The rule that applies to all objects, which each bucket has. */
    static final String ALL_OBJECTS = "all-objects";

    private BucketLifecycle() {}

    static List<BucketLifecycleConfigurationV2RuleArgs> rules(DataBucketArgs args) {
        var rules = new ArrayList<BucketLifecycleConfigurationV2RuleArgs>();
        rules.add(allObjects(args));
        // S3 does not keep the order of rules. Sorted rules make small diffs.
        new TreeMap<>(args.lifecycleRules()).forEach((name, rule) -> rules.add(rule(name, rule)));
        return rules;
    }

    private static BucketLifecycleConfigurationV2RuleArgs allObjects(DataBucketArgs args) {
        var rule = BucketLifecycleConfigurationV2RuleArgs.builder()
                .id(ALL_OBJECTS)
                .status("Enabled")
                .filter(BucketLifecycleConfigurationV2RuleFilterArgs.builder()
                        .prefix("")
                        .build())
                .abortIncompleteMultipartUpload(
                        BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs.builder()
                                .daysAfterInitiation(days(args.abortIncompleteMultipartUpload()))
                                .build());
        // A bucket whose versioning was suspended keeps its existing versions.
        rule.noncurrentVersionExpiration(noncurrentExpiration(args.noncurrentVersionExpiration()));
        var age = args.expiration();
        // Deletes the marker of a deleted object after its last version; with an expiration S3 does so automatically.
        rule.expiration(
                age == null
                        ? BucketLifecycleConfigurationV2RuleExpirationArgs.builder()
                                .expiredObjectDeleteMarker(true)
                                .build()
                        : expiration(age));
        return rule.build();
    }

    private static BucketLifecycleConfigurationV2RuleArgs rule(String name, LifecycleRuleArgs args) {
        var rule = BucketLifecycleConfigurationV2RuleArgs.builder()
                .id(name)
                .status(args.enabled() ? "Enabled" : "Disabled")
                .filter(filter(args));
        var expiration = args.expiration();
        if (expiration != null) {
            rule.expiration(expiration(expiration));
        }
        var noncurrentExpiration = args.noncurrentVersionExpiration();
        if (noncurrentExpiration != null) {
            rule.noncurrentVersionExpiration(noncurrentExpiration(noncurrentExpiration));
        }
        if (!args.transitions().isEmpty()) {
            rule.transitions(transitions(args.transitions()));
        }
        if (!args.noncurrentVersionTransitions().isEmpty()) {
            rule.noncurrentVersionTransitions(noncurrentTransitions(args.noncurrentVersionTransitions()));
        }
        return rule.build();
    }

    /** Returns the filter: S3 requires several criteria inside {@code and}, and a single one outside. */
    private static BucketLifecycleConfigurationV2RuleFilterArgs filter(LifecycleRuleArgs args) {
        var filter = BucketLifecycleConfigurationV2RuleFilterArgs.builder();
        if (args.objectTags().isEmpty() && args.objectSizeGreaterThan() == null && args.objectSizeLessThan() == null) {
            return filter.prefix(args.prefix()).build();
        }
        var and = BucketLifecycleConfigurationV2RuleFilterAndArgs.builder().prefix(args.prefix());
        if (!args.objectTags().isEmpty()) {
            and.tags(args.objectTags());
        }
        var greaterThan = args.objectSizeGreaterThan();
        if (greaterThan != null) {
            and.objectSizeGreaterThan(greaterThan);
        }
        var lessThan = args.objectSizeLessThan();
        if (lessThan != null) {
            and.objectSizeLessThan(lessThan);
        }
        return filter.and(and.build()).build();
    }

    private static BucketLifecycleConfigurationV2RuleExpirationArgs expiration(Duration age) {
        return BucketLifecycleConfigurationV2RuleExpirationArgs.builder()
                .days(days(age))
                .build();
    }

    private static BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs noncurrentExpiration(
            Duration age) {
        return BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs.builder()
                .noncurrentDays(days(age))
                .build();
    }

    private static List<BucketLifecycleConfigurationV2RuleTransitionArgs> transitions(
            Map<StorageClass, Duration> ages) {
        return new TreeMap<>(ages)
                .entrySet().stream()
                        .map(transition -> BucketLifecycleConfigurationV2RuleTransitionArgs.builder()
                                .storageClass(transition.getKey().name())
                                .days(days(transition.getValue()))
                                .build())
                        .toList();
    }

    private static List<BucketLifecycleConfigurationV2RuleNoncurrentVersionTransitionArgs> noncurrentTransitions(
            Map<StorageClass, Duration> ages) {
        return new TreeMap<>(ages)
                .entrySet().stream()
                        .map(transition -> BucketLifecycleConfigurationV2RuleNoncurrentVersionTransitionArgs.builder()
                                .storageClass(transition.getKey().name())
                                .noncurrentDays(days(transition.getValue()))
                                .build())
                        .toList();
    }

    private static int days(Duration age) {
        return Math.toIntExact(age.toDays());
    }
}

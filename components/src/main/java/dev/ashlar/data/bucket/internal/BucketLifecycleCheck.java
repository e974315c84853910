package dev.ashlar.data.bucket.internal;

import dev.ashlar.core.Violations;
import dev.ashlar.data.bucket.DataBucketArgs;
import dev.ashlar.data.bucket.LifecycleRuleArgs;
import dev.ashlar.data.bucket.StorageClass;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rejects lifecycle rules that S3 rejects.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html">
 *     Transitioning objects using Amazon S3 Lifecycle</a>
 */
final class BucketLifecycleCheck {

    private static final int MAX_RULES = 999;

    private final DataBucketArgs args;
    private final Violations violations;

    BucketLifecycleCheck(DataBucketArgs args, Violations violations) {
        this.args = args;
        this.violations = violations;
    }

    void check() {
        ages();
        rules();
    }

    private void ages() {
        age("noncurrentVersionExpiration", args.noncurrentVersionExpiration(), 1);
        age("abortIncompleteMultipartUpload", args.abortIncompleteMultipartUpload(), 1);
        args.expiration().ifPresent(age -> age("expiration", age, 1));
    }

    private boolean age(String option, Duration age, int minimumDays) {
        var isCounted = age.equals(Duration.ofDays(age.toDays()))
                && age.toDays() >= minimumDays
                && age.toDays() <= Integer.MAX_VALUE;
        violations.expect(
                isCounted,
                option,
                age,
                "S3 counts whole days, here from %d on".formatted(minimumDays),
                "use Duration.ofDays with such a number");
        return isCounted;
    }

    private void rules() {
        var rules = args.lifecycleRules();
        DataBucketCheck.count("lifecycleRules", rules, MAX_RULES, violations);
        rules.forEach((name, rule) -> {
            var option = "lifecycleRules." + name;
            violations.expect(
                    !name.isEmpty()
                            && name.length() <= DataBucketCheck.MAX_RULE_NAME
                            && !name.equals(BucketLifecycle.ALL_OBJECTS),
                    option,
                    '"' + name + '"',
                    "names of rules have 1 to %d characters, and \"%s\" is taken"
                            .formatted(DataBucketCheck.MAX_RULE_NAME, BucketLifecycle.ALL_OBJECTS),
                    "use another name");
            actions(option, rule);
            sizes(option, rule);
            rule.expiration().ifPresent(age -> age(option + ".expiration", age, 1));
            rule.noncurrentVersionExpiration().ifPresent(age -> age(option + ".noncurrentVersionExpiration", age, 1));
            transitions(option + ".transitions", rule.transitions(), 0);
            transitions(option + ".noncurrentVersionTransitions", rule.noncurrentVersionTransitions(), 1);
            rule.expiration().ifPresent(end -> before(option + ".transitions", rule.transitions(), end));
            rule.noncurrentVersionExpiration()
                    .ifPresent(end ->
                            before(option + ".noncurrentVersionTransitions", rule.noncurrentVersionTransitions(), end));
        });
    }

    private void actions(String option, LifecycleRuleArgs rule) {
        violations.expect(
                rule.expiration().isPresent()
                        || rule.noncurrentVersionExpiration().isPresent()
                        || !rule.transitions().isEmpty()
                        || !rule.noncurrentVersionTransitions().isEmpty(),
                option,
                "without any action",
                "a rule does something",
                "give an expiration or a transition");
        violations.expect(
                args.versioning()
                        || (rule.noncurrentVersionExpiration().isEmpty()
                                && rule.noncurrentVersionTransitions().isEmpty()),
                option,
                "about noncurrent versions",
                "versioning is off, and there are none",
                "turn it on, or use expiration and transitions");
    }

    private void sizes(String option, LifecycleRuleArgs rule) {
        var least = rule.objectSizeGreaterThan();
        var most = rule.objectSizeLessThan();
        violations.expect(
                least.orElse(0) >= 0 && most.orElse(Integer.MAX_VALUE) > least.orElse(0) + 1L,
                option + ".objectSizeLessThan",
                most.map(String::valueOf).orElse("missing"),
                "objectSizeGreaterThan is %s, which leaves no size between them"
                        .formatted(least.map(String::valueOf).orElse("missing")),
                "use sizes from 0 on, the lesser first");
    }

    private void transitions(String option, Map<StorageClass, Duration> ages, int minimumDays) {
        var earliest = Duration.ZERO;
        for (var transition : new TreeMap<>(ages).entrySet()) {
            var storageClass = transition.getKey();
            var age = transition.getValue();
            if (!age(option + "." + storageClass, age, Math.max(minimumDays, storageClass.minimumDays()))) {
                continue;
            }
            violations.expect(
                    age.compareTo(earliest) >= 0,
                    option + "." + storageClass,
                    age,
                    "objects go there from a class that they may leave after " + earliest,
                    "use that age or a later one");
            // The classes of infrequent access bill at least these days, so S3 moves objects on only afterwards.
            earliest = age.plusDays(storageClass.minimumDays());
        }
    }

    private void before(String option, Map<StorageClass, Duration> ages, Duration end) {
        new TreeMap<>(ages)
                .forEach((storageClass, age) -> violations.expect(
                        age.compareTo(end) < 0,
                        option + "." + storageClass,
                        age,
                        "the objects are deleted after " + end,
                        "move them earlier, or delete them later"));
    }
}

package dev.ashlar.data.bucket.internal;

import dev.ashlar.core.Violations;
import dev.ashlar.data.bucket.DataBucketArgs;
import dev.ashlar.data.bucket.LifecycleRuleArgs;
import dev.ashlar.data.bucket.StorageClass;
import dev.ashlar.internal.check.Check;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
    private final Check check;

    BucketLifecycleCheck(DataBucketArgs args, Violations violations) {
        this.args = args;
        this.violations = violations;
        this.check = new Check(violations);
    }

    void check() {
        ages();
        rules();
    }

    private void ages() {
        age("noncurrentVersionExpiration", args.noncurrentVersionExpiration(), 1);
        age("abortIncompleteMultipartUpload", args.abortIncompleteMultipartUpload(), 1);
        age("expiration", args.expiration(), 1);
    }

    private boolean age(String option, @Nullable Duration age, int minimumDays) {
        return check.option(option, age)
                .days(
                        minimumDays,
                        Integer.MAX_VALUE,
                        "S3 counts whole days, here %d or more".formatted(minimumDays),
                        "use Duration.ofDays with a number in this range")
                .passed();
    }

    private void rules() {
        var rules = args.lifecycleRules();
        DataBucketCheck.count("lifecycleRules", rules, MAX_RULES, check);
        rules.forEach((name, rule) -> {
            var option = "lifecycleRules." + name;
            DataBucketCheck.ruleName(option, name, check);
            check.option(option, name)
                    .that(
                            given -> !given.equals(BucketLifecycle.ALL_OBJECTS),
                            "the rule for all objects has this name",
                            "use another name");
            actions(option, rule);
            sizes(option, rule);
            age(option + ".expiration", rule.expiration(), 1);
            age(option + ".noncurrentVersionExpiration", rule.noncurrentVersionExpiration(), 1);
            transitions(option + ".transitions", rule.transitions(), 0);
            transitions(option + ".noncurrentVersionTransitions", rule.noncurrentVersionTransitions(), 1);
            before(option + ".transitions", rule.transitions(), rule.expiration());
            before(
                    option + ".noncurrentVersionTransitions",
                    rule.noncurrentVersionTransitions(),
                    rule.noncurrentVersionExpiration());
        });
    }

    private void actions(String option, LifecycleRuleArgs rule) {
        violations.expect(
                rule.expiration() != null
                        || rule.noncurrentVersionExpiration() != null
                        || !rule.transitions().isEmpty()
                        || !rule.noncurrentVersionTransitions().isEmpty(),
                option,
                "without any action",
                "a rule requires an action",
                "add an expiration or a transition");
        violations.expect(
                args.versioning()
                        || (rule.noncurrentVersionExpiration() == null
                                && rule.noncurrentVersionTransitions().isEmpty()),
                option,
                "about noncurrent versions",
                "versioning is off",
                "enable it, or use expiration and transitions");
    }

    private void sizes(String option, LifecycleRuleArgs rule) {
        int least = Objects.requireNonNullElse(rule.objectSizeGreaterThan(), 0);
        int most = Objects.requireNonNullElse(rule.objectSizeLessThan(), Integer.MAX_VALUE);
        violations.expect(
                least >= 0 && most > least + 1L,
                option + ".objectSizeLessThan",
                rule.objectSizeLessThan(),
                "objectSizeGreaterThan is %s, which leaves no size between them"
                        .formatted(Objects.requireNonNullElse(rule.objectSizeGreaterThan(), "missing")),
                "use sizes of 0 or more, with a gap of at least 2");
    }

    private void transitions(String option, Map<StorageClass, Duration> ages, int minimumDays) {
        var earliest = Duration.ZERO;
        for (var transition : new TreeMap<>(ages).entrySet()) {
            var storageClass = transition.getKey();
            var age = transition.getValue();
            if (!age(option + "." + storageClass, age, Math.max(minimumDays, storageClass.minimumDays()))) {
                continue;
            }
            var least = earliest;
            check.option(option + "." + storageClass, age)
                    .that(
                            given -> given.compareTo(least) >= 0,
                            "objects move there from a class that they can leave after " + least,
                            "use this age or a later one");
            // The classes of infrequent access bill at least these days, so S3 moves objects on only afterwards.
            earliest = age.plusDays(storageClass.minimumDays());
        }
    }

    private void before(String option, Map<StorageClass, Duration> ages, @Nullable Duration end) {
        if (end == null) {
            return;
        }
        new TreeMap<>(ages).forEach((storageClass, age) -> check.option(option + "." + storageClass, age)
                .that(
                        given -> given.compareTo(end) < 0,
                        "the objects are deleted after " + end,
                        "move them earlier, or delete them later"));
    }
}

package dev.ashlar.data.bucket.internal;

import dev.ashlar.core.Violations;
import dev.ashlar.data.bucket.DataBucket;
import dev.ashlar.data.bucket.DataBucketArgs;
import dev.ashlar.data.bucket.LifecycleRuleArgs;
import dev.ashlar.data.bucket.StorageClass;
import dev.ashlar.internal.check.WholeSeconds;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What S3 would refuse of a {@link DataBucket}, and what would open it to the world. */
public final class DataBucketCheck {

    private static final List<String> RESERVED_PREFIXES = List.of("amzn-s3-demo-", "sthree-");
    private static final int MAX_LIFECYCLE_RULES = 999;
    private static final int MAX_CORS_RULES = 100;
    private static final int MAX_RULE_NAME = 255;

    private final DataBucketArgs args;
    private final Violations violations;

    private DataBucketCheck(String name, DataBucketArgs args) {
        this.args = args;
        this.violations = Violations.of("DataBucket", name);
    }

    public static Violations check(String name, DataBucketArgs args) {
        var check = new DataBucketCheck(name, args);
        Names.check(name, check.violations);
        Tags.check(args.tags(), check.violations);
        check.reservedPrefix(name);
        check.ages();
        check.lifecycle();
        check.cors();
        BucketPolicyCheck.check(args, check.violations);
        check.forceDestroy();
        return check.violations;
    }

    /**
     * The bucket's name starts with the component's.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">General purpose bucket naming
     *     rules</a>
     */
    private void reservedPrefix(String name) {
        violations.expect(
                RESERVED_PREFIXES.stream().noneMatch(name::startsWith),
                "name",
                '"' + name + '"',
                "S3 reserves names that start with %s".formatted(String.join(" and ", RESERVED_PREFIXES)),
                "use another name");
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

    private void lifecycle() {
        var rules = args.lifecycleRules();
        count("lifecycleRules", rules, MAX_LIFECYCLE_RULES);
        rules.forEach((name, rule) -> {
            var option = "lifecycleRules." + name;
            violations.expect(
                    !name.isEmpty() && name.length() <= MAX_RULE_NAME && !name.equals(BucketLifecycle.ALL_OBJECTS),
                    option,
                    '"' + name + '"',
                    "names of rules have 1 to %d characters, and \"%s\" is taken"
                            .formatted(MAX_RULE_NAME, BucketLifecycle.ALL_OBJECTS),
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
            earliest = age.plusDays(storageClass.daysToStay());
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

    private void cors() {
        count("corsRules", args.corsRules(), MAX_CORS_RULES);
        args.corsRules().forEach((name, rule) -> {
            var option = "corsRules." + name;
            violations.expect(
                    !name.isEmpty() && name.length() <= MAX_RULE_NAME,
                    option,
                    '"' + name + '"',
                    "names of rules have 1 to %d characters".formatted(MAX_RULE_NAME),
                    "use such a name");
            violations.expect(
                    !rule.allowedOrigins().isEmpty(),
                    option + ".allowedOrigins",
                    null,
                    "a rule lets somebody in",
                    "give an origin, such as https://shop.example.com");
            violations.expect(
                    !rule.allowedMethods().isEmpty(),
                    option + ".allowedMethods",
                    null,
                    "a rule lets pages do something",
                    "give one, such as GET");
            wildcards(option + ".allowedOrigins", rule.allowedOrigins());
            wildcards(option + ".allowedHeaders", rule.allowedHeaders());
            rule.maxAge()
                    .ifPresent(age -> WholeSeconds.check(option + ".maxAge", age, 0, Integer.MAX_VALUE, violations));
        });
    }

    private void wildcards(String option, List<String> patterns) {
        for (var pattern : patterns) {
            violations.expect(
                    pattern.indexOf('*') == pattern.lastIndexOf('*'),
                    option,
                    pattern,
                    "S3 takes one * in each",
                    "take the others away");
        }
    }

    private void count(String option, Map<String, ?> rules, int maximum) {
        violations.expect(
                rules.size() <= maximum,
                option,
                "%d rules".formatted(rules.size()),
                "S3 takes %d".formatted(maximum),
                "take some away");
    }

    private void forceDestroy() {
        violations.expect(
                !args.forceDestroy() || !args.profile().dataProtection(),
                "forceDestroy",
                args.forceDestroy(),
                "the profile protects data",
                "empty the bucket before you delete it, or use another profile");
    }
}

package dev.ashlar.data.bucket.internal;

import dev.ashlar.core.Violations;
import dev.ashlar.data.bucket.DataBucket;
import dev.ashlar.data.bucket.DataBucketArgs;
import dev.ashlar.internal.check.WholeSeconds;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import java.util.List;
import java.util.Map;

/** Rejects options of a {@link DataBucket} that S3 rejects, or that make data public. */
public final class DataBucketCheck {

    private static final List<String> RESERVED_PREFIXES = List.of("amzn-s3-demo-", "sthree-");
    private static final int MAX_CORS_RULES = 100;
    static final int MAX_RULE_NAME = 255;

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
        new BucketLifecycleCheck(args, check.violations).check();
        check.cors();
        BucketPolicyCheck.check(args, check.violations);
        check.forceDestroy();
        return check.violations;
    }

    /**
     * Checks the component's name, with which the bucket's name starts.
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

    private void cors() {
        count("corsRules", args.corsRules(), MAX_CORS_RULES, violations);
        args.corsRules().forEach((name, rule) -> {
            var option = "corsRules." + name;
            violations.expect(
                    !name.isEmpty() && name.length() <= MAX_RULE_NAME,
                    option,
                    '"' + name + '"',
                    "rule names have 1 to %d characters".formatted(MAX_RULE_NAME),
                    "use a name of this length");
            violations.expect(
                    !rule.allowedOrigins().isEmpty(),
                    option + ".allowedOrigins",
                    null,
                    "a rule allows one or more origins",
                    "add an origin, such as https://shop.example.com");
            violations.expect(
                    !rule.allowedMethods().isEmpty(),
                    option + ".allowedMethods",
                    null,
                    "a rule allows one or more methods",
                    "add one, such as GET");
            wildcards(option + ".allowedOrigins", rule.allowedOrigins());
            wildcards(option + ".allowedHeaders", rule.allowedHeaders());
            var maxAge = rule.maxAge();
            if (maxAge != null) {
                WholeSeconds.check(option + ".maxAge", maxAge, 0, Integer.MAX_VALUE, violations);
            }
        });
    }

    private void wildcards(String option, List<String> patterns) {
        for (var pattern : patterns) {
            violations.expect(
                    pattern.indexOf('*') == pattern.lastIndexOf('*'),
                    option,
                    pattern,
                    "S3 allows one * in each",
                    "remove the others");
        }
    }

    static void count(String option, Map<String, ?> rules, int maximum, Violations violations) {
        violations.expect(
                rules.size() <= maximum,
                option,
                "%d rules".formatted(rules.size()),
                "S3 allows %d".formatted(maximum),
                "remove some");
    }

    private void forceDestroy() {
        violations.expect(
                !args.forceDestroy() || !args.profile().dataProtection(),
                "forceDestroy",
                args.forceDestroy(),
                "the profile protects data",
                "empty the bucket before deleting it, or use another profile");
    }
}

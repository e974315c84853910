package dev.ashlar.data.bucket.internal;

import dev.ashlar.core.Violations;
import dev.ashlar.data.bucket.DataBucket;
import dev.ashlar.data.bucket.DataBucketArgs;
import dev.ashlar.internal.check.Check;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Rejects options of a {@link DataBucket} that S3 rejects, or that make data public. */
public final class DataBucketCheck {

    private static final List<String> RESERVED_PREFIXES = List.of("amzn-s3-demo-", "sthree-");
    private static final Pattern ONE_WILDCARD = Pattern.compile("[^*]*\\*?[^*]*");
    private static final int MAX_CORS_RULES = 100;
    private static final int MAX_RULE_NAME = 255;

    private final DataBucketArgs args;
    private final Violations violations;
    private final Check check;

    private DataBucketCheck(String name, DataBucketArgs args) {
        this.args = args;
        this.violations = Violations.of("DataBucket", name);
        this.check = new Check(violations);
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
        check.option("name", name)
                .that(
                        given -> RESERVED_PREFIXES.stream().noneMatch(given::startsWith),
                        "S3 reserves names that start with %s".formatted(String.join(" and ", RESERVED_PREFIXES)),
                        "use another name");
    }

    private void cors() {
        count("corsRules", args.corsRules(), MAX_CORS_RULES, check);
        args.corsRules().forEach((name, rule) -> {
            var option = "corsRules." + name;
            ruleName(option, name, check);
            check.option(option + ".allowedOrigins", rule.allowedOrigins())
                    .required("a rule allows one or more origins", "add an origin, such as https://shop.example.com");
            check.option(option + ".allowedMethods", rule.allowedMethods())
                    .required("a rule allows one or more methods", "add one, such as GET");
            wildcards(option + ".allowedOrigins", rule.allowedOrigins());
            wildcards(option + ".allowedHeaders", rule.allowedHeaders());
            check.option(option + ".maxAge", rule.maxAge()).seconds(0, Integer.MAX_VALUE);
        });
    }

    private void wildcards(String option, List<String> patterns) {
        check.each(
                option,
                patterns,
                pattern -> pattern.matches(ONE_WILDCARD, "S3 allows one * in each", "remove the others"));
    }

    static void count(String option, Map<String, ?> rules, int maximum, Check check) {
        check.count(option, rules.size(), "rules").atMost(maximum, "S3 allows " + maximum, "remove some");
    }

    static void ruleName(String option, String name, Check check) {
        check.option(option, name)
                .length(
                        1,
                        MAX_RULE_NAME,
                        "rule names have 1 to %d characters".formatted(MAX_RULE_NAME),
                        "use a name of this length");
    }

    private void forceDestroy() {
        check.option("forceDestroy", args.forceDestroy())
                .when(args.profile().dataProtection())
                .absent("the profile protects data", "empty the bucket before deleting it, or use another profile");
    }
}

package dev.ashlar.compute.image.internal;

import dev.ashlar.compute.image.ImageExpiry;
import dev.ashlar.compute.image.ImageReference;
import dev.ashlar.compute.image.ImageRepositoryArgs;
import dev.ashlar.core.Violations;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks which images a repository keeps and which expire.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html">Lifecycle
 *     policy properties in Amazon ECR</a>
 */
final class ImageLifecycleCheck {

    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/service-quotas.html, rules per lifecycle policy
    private static final int MAX_RULES = 50;
    // The rules for untagged images and for all tagged images.
    private static final int OWN_RULES = 2;
    private static final int MAX_WILDCARDS = 4;
    private static final Pattern TAG_PATTERN = Pattern.compile("[A-Za-z0-9._*-]{1,128}");

    private ImageLifecycleCheck() {}

    static void check(ImageRepositoryArgs args, Violations violations) {
        age("untaggedRetention", args.untaggedRetention(), violations);
        violations.expect(
                args.keptTaggedImages() >= 1,
                "keptTaggedImages",
                args.keptTaggedImages(),
                "a service needs its image to start again",
                "keep at least 1, better 30");
        int rules = args.protectedTagPrefixes().size() + args.expiries().size() + OWN_RULES;
        violations.expect(
                rules <= MAX_RULES,
                "protectedTagPrefixes",
                "a list of %d beside %d expiries"
                        .formatted(
                                args.protectedTagPrefixes().size(),
                                args.expiries().size()),
                "a lifecycle policy has at most %d rules: one for each of them, and two others".formatted(MAX_RULES),
                "use at most %d of both".formatted(MAX_RULES - OWN_RULES));
        prefixes(args, violations);
        var seen = new HashSet<Set<String>>();
        for (var expiry : args.expiries()) {
            expiry(expiry, violations);
            patterns(expiry, args, seen, violations);
        }
    }

    private static void prefixes(ImageRepositoryArgs args, Violations violations) {
        var seen = new HashSet<String>();
        for (var prefix : args.protectedTagPrefixes()) {
            ImageReference.checkTag("protectedTagPrefixes", prefix, violations);
            violations.expect(
                    seen.add(prefix),
                    "protectedTagPrefixes",
                    '"' + prefix + '"',
                    "ECR allows one rule for a prefix",
                    "give it once");
        }
    }

    private static void expiry(ImageExpiry expiry, Violations violations) {
        var age = expiry.sinceImagePushed();
        var count = expiry.imageCountMoreThan();
        violations.expect(
                (age == null) != (count == null),
                "expiries",
                expiry.tagPatterns(),
                "images expire either by age or by count",
                "give one of sinceImagePushed and imageCountMoreThan");
        if (age != null) {
            age("expiries", age, violations);
        }
        if (count != null) {
            violations.expect(count >= 1, "expiries", count, "ECR keeps at least 1 image", "keep at least 1");
        }
    }

    private static void patterns(
            ImageExpiry expiry, ImageRepositoryArgs args, Set<Set<String>> seen, Violations violations) {
        var patterns = expiry.tagPatterns();
        violations.expect(
                !patterns.isEmpty(),
                "expiries",
                "without a tag pattern",
                "it would not select any image",
                "give one, such as pr-*");
        for (var pattern : patterns) {
            violations.expect(
                    TAG_PATTERN.matcher(pattern).matches(),
                    "expiries",
                    '"' + pattern + '"',
                    "a pattern consists of letters, digits, dots, hyphens, underscores and *",
                    "use one like pr-*");
            violations.expect(
                    pattern.chars().filter(character -> character == '*').count() <= MAX_WILDCARDS,
                    "expiries",
                    '"' + pattern + '"',
                    "ECR allows at most four * in a pattern",
                    "use fewer");
            args.protectedTagPrefixes().stream()
                    .filter(pattern::startsWith)
                    .findFirst()
                    .ifPresent(prefix -> violations.add(
                            "expiries",
                            '"' + pattern + '"',
                            "protectedTagPrefixes keeps %s*, so none of them would expire".formatted(prefix),
                            "leave one of the two out"));
        }
        violations.expect(
                !patterns.contains("*") && seen.add(Set.copyOf(patterns)),
                "expiries",
                patterns,
                "another rule selects the same images",
                patterns.contains("*") ? "use keptTaggedImages for all of them" : "give it once");
    }

    private static void age(String option, Duration age, Violations violations) {
        violations.expect(
                age.toDays() >= 1 && age.equals(Duration.ofDays(age.toDays())),
                option,
                age,
                "ECR counts the age of images in whole days",
                "use at least one day, such as Duration.ofDays(7)");
    }
}

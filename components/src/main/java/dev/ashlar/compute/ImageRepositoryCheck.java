package dev.ashlar.compute;

import dev.ashlar.core.Names;
import dev.ashlar.core.Violations;
import java.time.Duration;
import java.util.regex.Pattern;

/** The faults of an image repository's options. */
final class ImageRepositoryCheck {

    // https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html, repositoryName
    private static final Pattern REPOSITORY_NAME =
            Pattern.compile("(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*");
    private static final Pattern ACCOUNT_ID = Pattern.compile("\\d{12}");

    // A lifecycle policy has at most 50 rules; two of them are for images that no prefix protects.
    private static final int MAX_PREFIXES = 48;

    private ImageRepositoryCheck() {}

    static Violations check(String name, ImageRepositoryArgs args) {
        var violations = Violations.of("ImageRepository", name);
        Names.check(name, violations);
        if (args.repositoryName() != null) {
            checkRepositoryName(args.repositoryName(), violations);
        }
        checkLifecycle(args, violations);
        for (var account : args.pullAccounts()) {
            violations.expect(
                    ACCOUNT_ID.matcher(account).matches(),
                    "pullAccounts",
                    account,
                    "the id of an AWS account has 12 digits",
                    "give the account's id, leading zeros included");
        }
        return violations;
    }

    static void checkRepositoryName(String repositoryName, Violations violations) {
        violations.expect(
                REPOSITORY_NAME.matcher(repositoryName).matches()
                        && repositoryName.length() >= 2
                        && repositoryName.length() <= 256,
                "repositoryName",
                '"' + repositoryName + '"',
                "ECR allows 2 to 256 lower-case letters, digits and single separators . _ - / between them",
                "use such a name, like \"shop/orders-api\"");
    }

    private static void checkLifecycle(ImageRepositoryArgs args, Violations violations) {
        var retention = args.untaggedRetention();
        violations.expect(
                retention.toDays() >= 1 && retention.equals(Duration.ofDays(retention.toDays())),
                "untaggedRetention",
                retention,
                "ECR counts the age of images in whole days",
                "use at least one day, such as Duration.ofDays(7)");
        violations.expect(
                args.keptTaggedImages() >= 1,
                "keptTaggedImages",
                args.keptTaggedImages(),
                "a service could not start again without its image",
                "keep at least 1, better 30");
        violations.expect(
                args.protectedTagPrefixes().size() <= MAX_PREFIXES,
                "protectedTagPrefixes",
                "a list of " + args.protectedTagPrefixes().size(),
                "a lifecycle policy has at most 50 rules, one for each prefix and two others",
                "use at most " + MAX_PREFIXES);
        for (var prefix : args.protectedTagPrefixes()) {
            ImageReference.checkTag("protectedTagPrefixes", prefix, violations);
        }
    }
}

package dev.ashlar.compute.image.internal;

import dev.ashlar.compute.image.ImageRepositoryArgs;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import java.util.regex.Pattern;

/** Checks an image repository's options. */
public final class ImageRepositoryCheck {

    // https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html, repositoryName
    private static final Pattern REPOSITORY_NAME =
            Pattern.compile("(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*");
    private static final Pattern ACCOUNT_ID = Pattern.compile("\\d{12}");

    private ImageRepositoryCheck() {}

    /** Returns the violations of the options. */
    public static Violations check(String name, ImageRepositoryArgs args) {
        var violations = Violations.of("ImageRepository", name);
        Names.check(name, violations);
        Tags.check(args.tags(), violations);
        var repositoryName = args.repositoryName() == null ? name : args.repositoryName();
        // A name that is not valid for a component is reported once.
        if (args.repositoryName() != null || Names.isLabel(name)) {
            checkRepositoryName("repositoryName", repositoryName, violations);
        }
        ImageLifecycleCheck.check(args, violations);
        args.pullAccounts().forEach(account -> checkAccount("pullAccounts", account, violations));
        return violations;
    }

    /** Adds a violation unless ECR allows the name. */
    public static void checkRepositoryName(String option, String repositoryName, Violations violations) {
        violations.expect(
                REPOSITORY_NAME.matcher(repositoryName).matches()
                        && repositoryName.length() >= 2
                        && repositoryName.length() <= 256,
                option,
                '"' + repositoryName + '"',
                "ECR allows 2 to 256 lower-case letters, digits and single separators . _ - / between them",
                "use a name like \"shop/orders-api\"");
    }

    /** Adds a violation unless the text is the id of an AWS account. */
    public static void checkAccount(String option, String account, Violations violations) {
        violations.expect(
                ACCOUNT_ID.matcher(account).matches(),
                option,
                account,
                "the id of an AWS account has 12 digits",
                "give the account's id, leading zeros included");
    }
}

package dev.ashlar.compute.image.internal;

import com.pulumi.core.Output;
import dev.ashlar.compute.image.ImageRepositoryArgs;
import dev.ashlar.core.Violations;
import dev.ashlar.identity.PolicyDocument;
import dev.ashlar.internal.component.AwsEnvironment;
import dev.ashlar.internal.component.OutputCheck;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The principals outside its account that can use a repository. Each also needs its own policy that allows the same
 * actions and {@code ecr:GetAuthorizationToken}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html">Private
 *     repository policy examples in Amazon ECR</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html">IAM permissions for
 *     pushing an image to an Amazon ECR private repository</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/images-create.html">Create a Lambda function using a
 *     container image: Amazon ECR permissions</a>
 */
public record RepositoryAccess(
        String repository,
        List<String> pullAccounts,
        List<Output<String>> pullPrincipals,
        List<Output<String>> pushPrincipals,
        boolean lambdaPull) {

    /** The actions that pull an image. */
    public static final List<String> PULL =
            List.of("ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer");
    /** The actions that push and pull an image. */
    public static final List<String> PUSH = List.of(
            "ecr:BatchCheckLayerAvailability",
            "ecr:BatchGetImage",
            "ecr:CompleteLayerUpload",
            "ecr:GetDownloadUrlForLayer",
            "ecr:InitiateLayerUpload",
            "ecr:PutImage",
            "ecr:UploadLayerPart");

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html, IAM ARNs
    private static final Pattern PRINCIPAL =
            Pattern.compile("arn:[a-z-]+:iam::\\d{12}:(?:root|(?:role|user)/[\\w+=,.@/-]+)");

    /** Returns the access that the options describe. */
    public static RepositoryAccess of(String repository, ImageRepositoryArgs args) {
        return new RepositoryAccess(
                repository, args.pullAccounts(), args.pullPrincipals(), args.pushPrincipals(), args.lambdaPull());
    }

    /** Returns whether no other principal can use the repository, so that it needs no policy. */
    public boolean isClosed() {
        return pullAccounts.isEmpty() && pullPrincipals.isEmpty() && pushPrincipals.isEmpty() && !lambdaPull;
    }

    /** Returns the policy of the repository as JSON text. */
    public Output<String> policy(AwsEnvironment environment) {
        var policy = PolicyDocument.builder();
        allow(
                policy,
                "AccountPull",
                pullAccounts.stream()
                        .map(account -> Output.of(environment.accountRoot(account)))
                        .toList(),
                PULL);
        allow(policy, "Pull", named("pullPrincipals", pullPrincipals), PULL);
        allow(policy, "Push", named("pushPrincipals", pushPrincipals), PUSH);
        if (lambdaPull) {
            allowFunctions(policy, environment);
        }
        return policy.build();
    }

    // A * here would allow every AWS account.
    private List<Output<String>> named(String option, List<Output<String>> principals) {
        return principals.stream()
                .map(principal -> OutputCheck.of(
                        principal,
                        Violations.of("ImageRepository", repository),
                        (arn, violations) -> violations.expect(
                                arn != null && PRINCIPAL.matcher(arn).matches(),
                                option,
                                arn,
                                "an ARN of a role, a user or an account is required",
                                "use the ARN of a role, or pullAccounts for all roles of an account")))
                .toList();
    }

    private static void allow(
            PolicyDocument.Builder policy, String sid, List<Output<String>> principals, List<String> actions) {
        if (!principals.isEmpty()) {
            policy.statement(sid, "Allow", Map.of("AWS", principals), actions, List.of(), Map.of());
        }
    }

    private void allowFunctions(PolicyDocument.Builder policy, AwsEnvironment environment) {
        var callers = Stream.concat(Stream.of(environment.accountId()), pullAccounts.stream())
                .toList();
        policy.statement(
                "LambdaPull",
                "Allow",
                Map.of("Service", "lambda.amazonaws.com"),
                List.of("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"),
                List.of(),
                Map.of(
                        "StringEquals",
                        Map.of("aws:SourceAccount", callers),
                        "StringLike",
                        Map.of(
                                "aws:SourceArn",
                                callers.stream()
                                        .map(account -> environment.arn("lambda", account, "function:*"))
                                        .toList())));
    }
}

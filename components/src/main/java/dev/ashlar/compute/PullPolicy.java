package dev.ashlar.compute;

import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import dev.ashlar.core.AwsPlace;
import dev.ashlar.identity.PolicyDocument;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who may pull from a repository beside the roles of its own account.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html">Private repository
 *     policy examples in Amazon ECR</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/images-create.html">Create a Lambda function using a container
 *     image: Amazon ECR permissions</a>
 */
final class PullPolicy {

    private PullPolicy() {}

    static Output<String> document(List<String> accounts, boolean lambda, InvokeOptions options) {
        return AwsPlace.of(options).apply(place -> document(accounts, lambda, place));
    }

    static Output<String> document(List<String> accounts, boolean lambda, AwsPlace place) {
        var policy = PolicyDocument.builder();
        if (!accounts.isEmpty()) {
            policy.statement(
                    "AccountPull",
                    "Allow",
                    Map.of("AWS", accounts.stream().map(place::accountRoot).toList()),
                    List.of("ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"),
                    List.of(),
                    Map.of());
        }
        if (lambda) {
            var callers = Stream.concat(Stream.of(place.accountId()), accounts.stream())
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
                                            .map(account -> place.arn("lambda", account, "function:*"))
                                            .toList())));
        }
        return policy.build();
    }
}

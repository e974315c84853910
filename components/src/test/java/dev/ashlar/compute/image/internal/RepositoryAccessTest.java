package dev.ashlar.compute.image.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pulumi.test.PulumiTest;
import dev.ashlar.compute.image.ImageRepository;
import dev.ashlar.compute.image.ImageRepositoryArgs;
import dev.ashlar.internal.component.AwsEnvironment;
import dev.ashlar.preflight.testkit.Recording;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepositoryAccessTest {

    private static final AwsEnvironment PLACE =
            new AwsEnvironment("aws-cn", "amazonaws.com.cn", "cn-north-1", "111111111111");

    private static JsonNode statements(ImageRepositoryArgs.Builder args) throws Exception {
        return new ObjectMapper()
                .readTree(PulumiTest.extractValue(
                        RepositoryAccess.of("orders", args.build()).policy(PLACE)))
                .get("Statement");
    }

    @Test
    void allows_other_accounts_to_pull_only() throws Exception {
        var statements = statements(ImageRepositoryArgs.builder().pullAccounts("222222222222"));

        assertThat(statements).hasSize(1);
        assertThat(statements.get(0).at("/Principal/AWS").toString())
                .isEqualTo("[\"arn:aws-cn:iam::222222222222:root\"]");
        assertThat(statements.get(0).get("Action").toString())
                .isEqualTo(
                        "[\"ecr:BatchCheckLayerAvailability\",\"ecr:BatchGetImage\",\"ecr:GetDownloadUrlForLayer\"]");
        // ECR rejects a repository policy with resources.
        assertThat(statements.get(0).has("Resource")).isFalse();
    }

    @Test
    void allows_lambda_to_pull_for_functions_of_the_given_accounts_only() throws Exception {
        var statements = statements(
                ImageRepositoryArgs.builder().pullAccounts("222222222222").lambdaPull(true));

        assertThat(statements).hasSize(2);
        assertThat(statements.get(1).get("Condition").toString())
                .isEqualTo("{\"StringEquals\":{\"aws:SourceAccount\":[\"111111111111\",\"222222222222\"]},"
                        + "\"StringLike\":{\"aws:SourceArn\":[\"arn:aws-cn:lambda:cn-north-1:111111111111:function:*\","
                        + "\"arn:aws-cn:lambda:cn-north-1:222222222222:function:*\"]}}");
    }

    @Test
    void allows_roles_of_other_accounts_to_pull_or_push() throws Exception {
        var statements = statements(ImageRepositoryArgs.builder()
                .pullPrincipals("arn:aws-cn:iam::222222222222:role/nodes")
                .pushPrincipals("arn:aws-cn:iam::333333333333:role/builds"));

        assertThat(statements).hasSize(2);
        assertThat(statements.get(0).at("/Principal/AWS").toString())
                .isEqualTo("[\"arn:aws-cn:iam::222222222222:role/nodes\"]");
        assertThat(statements.get(0).get("Action").toString()).doesNotContain("PutImage");
        assertThat(statements.get(1).at("/Principal/AWS").toString())
                .isEqualTo("[\"arn:aws-cn:iam::333333333333:role/builds\"]");
        assertThat(statements.get(1).get("Action").toString())
                .isEqualTo("[\"ecr:BatchCheckLayerAvailability\",\"ecr:BatchGetImage\","
                        + "\"ecr:CompleteLayerUpload\",\"ecr:GetDownloadUrlForLayer\","
                        + "\"ecr:InitiateLayerUpload\",\"ecr:PutImage\",\"ecr:UploadLayerPart\"]");
    }

    @Test
    void rejects_principals_that_are_not_a_role_a_user_or_an_account() {
        for (var principal : List.of("*", "222222222222", "arn:aws:iam::222222222222:role/*", "arn:aws:s3:::bucket")) {
            var failure = Recording.failing(context -> new ImageRepository(
                            "orders",
                            ImageRepositoryArgs.builder()
                                    .pullPrincipals(principal)
                                    .build()))
                    .failure();

            assertThat(failure)
                    .isEqualTo(
                            ("ImageRepository \"orders\": pullPrincipals is %s, but an ARN of a role, a user or an account is"
                                            + " required; use the ARN of a role, or pullAccounts for all roles of an account.")
                                    .formatted(principal));
        }
    }
}

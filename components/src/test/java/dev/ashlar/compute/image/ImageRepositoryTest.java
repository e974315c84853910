package dev.ashlar.compute.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Profile;
import dev.ashlar.graph.GraphDifference;
import dev.ashlar.graph.GraphResource;
import dev.ashlar.graph.ResourceGraph;
import dev.ashlar.identity.PolicyDocument;
import dev.ashlar.messaging.QueueTopology;
import dev.ashlar.messaging.QueueTopologyArgs;
import dev.ashlar.preflight.testkit.Recording;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ImageRepositoryTest {

    private static final String REPOSITORY = "aws:ecr/repository:Repository";
    private static final String POLICY = "aws:ecr/repositoryPolicy:RepositoryPolicy";

    private static ResourceGraph graph(ImageRepositoryArgs.Builder args) {
        return Recording.of(context -> new ImageRepository("orders-api", args.build()))
                .graph();
    }

    private static GraphResource repository(ImageRepositoryArgs.Builder args) {
        return graph(args).resource(REPOSITORY, "orders-api");
    }

    @Test
    void creates_immutable_tags_scans_and_a_lifecycle_policy() {
        var graph = graph(ImageRepositoryArgs.builder());

        assertThat(graph.children(graph.resource("ashlar:compute:ImageRepository", "orders-api")).stream()
                        .map(child -> child.type() + " " + child.name()))
                .containsExactly(
                        "aws:ecr/lifecyclePolicy:LifecyclePolicy orders-api",
                        "aws:ecr/repository:Repository orders-api");
        var repository = graph.resource(REPOSITORY, "orders-api");
        assertThat(repository.input("name")).isEqualTo("orders-api");
        assertThat(repository.input("imageTagMutability")).isEqualTo("IMMUTABLE");
        assertThat(repository.input("imageScanningConfiguration.scanOnPush")).isEqualTo(true);
        assertThat(repository.input("encryptionConfigurations")).isEqualTo(List.of(Map.of("encryptionType", "AES256")));
        assertThat(graph.resource("aws:ecr/lifecyclePolicy:LifecyclePolicy", "orders-api")
                        .input("policy"))
                .asString()
                .contains("\"release-\"", "\"deployed-\"", "\"countNumber\":30");
    }

    @Test
    void deletes_its_images_with_it_only_if_data_is_not_protected() {
        assertThat(repository(ImageRepositoryArgs.builder()).input("forceDelete"))
                .isEqualTo(false);
        assertThat(repository(ImageRepositoryArgs.builder().profile(Profile.DEV))
                        .input("forceDelete"))
                .isEqualTo(true);
    }

    @Test
    void is_protected_if_the_profile_protects_data() {
        assertThat(repository(ImageRepositoryArgs.builder()).options().protect())
                .isTrue();
        assertThat(repository(ImageRepositoryArgs.builder().profile(Profile.DEV))
                        .options()
                        .protect())
                .isFalse();
    }

    @Test
    void sets_name_key_scan_and_mutability() {
        var repository = repository(ImageRepositoryArgs.builder()
                .repositoryName("shop/orders")
                .kmsKeyArn("arn:aws:kms:eu-central-1:000000000000:key/k")
                .scanOnPush(false)
                .mutableTags(true));

        assertThat(repository.input("name")).isEqualTo("shop/orders");
        assertThat(repository.input("imageTagMutability")).isEqualTo("MUTABLE");
        assertThat(repository.input("encryptionConfigurations[0].encryptionType"))
                .isEqualTo("KMS");
        assertThat(repository.input("encryptionConfigurations[0].kmsKey"))
                .asString()
                .endsWith("key/k");
    }

    @Test
    void creates_a_repository_policy_only_for_other_principals() {
        assertThat(graph(ImageRepositoryArgs.builder()).names(POLICY)).isEmpty();
        assertThat(graph(ImageRepositoryArgs.builder()
                                .pullAccounts("222222222222")
                                .pullPrincipals("arn:aws:iam::222222222222:role/nodes")
                                .pushPrincipals("arn:aws:iam::333333333333:role/builds")
                                .lambdaPull(true))
                        .resource(POLICY, "orders-api")
                        .input("policy"))
                .asString()
                .contains("arn:aws:iam::222222222222:role/nodes", "arn:aws:iam::333333333333:role/builds")
                .contains("arn:aws:iam::222222222222:root")
                .contains("arn:aws:lambda:eu-central-1:000000000000:function:*");
    }

    @Test
    void adding_a_repository_only_adds_resources() {
        var after = Recording.of(context -> {
                    new ImageRepository(
                            "orders-api", ImageRepositoryArgs.builder().build());
                    new ImageRepository(
                            "delivery", ImageRepositoryArgs.builder().build());
                })
                .graph();

        assertThat(GraphDifference.between(graph(ImageRepositoryArgs.builder()), after))
                .matches(GraphDifference::onlyAdds, "only adds");
    }

    @Test
    void returns_images_by_tag_and_by_digest() {
        var digest = "sha256:" + "a".repeat(64);
        Recording.of(context -> {
            var repository = new ImageRepository(
                    "orders-api", ImageRepositoryArgs.builder().build());

            assertThat(value(repository.image("1.10").uri()))
                    .isEqualTo("000000000000.dkr.ecr.eu-central-1.amazonaws.com/orders-api:1.10");
            assertThat(value(repository.image(digest).uri())).endsWith("/orders-api@" + digest);
            assertThat(value(Objects.requireNonNull(repository.image("1.10").repositoryArn())))
                    .isEqualTo("arn:aws:ecr:eu-central-1:000000000000:repository/orders-api");
        });
    }

    @Test
    void allows_push_for_a_pipeline_and_pull_only_for_a_reader() {
        Recording.of(context -> {
            var repository = ImageRepository.fromExisting("shop/orders");
            var push = repository.push();

            assertThat(push.provider()).isEqualTo("shop-orders");
            assertThat(push.environment()).containsOnlyKeys("SHOP_ORDERS_REPOSITORY_URL");
            assertThat(push.services())
                    .containsExactlyInAnyOrder(AwsService.ECR_API, AwsService.ECR_DOCKER, AwsService.S3);
            assertThat(value(PolicyDocument.allowing(push.statements())))
                    .contains("{\"Action\":[\"ecr:GetAuthorizationToken\"],\"Effect\":\"Allow\",\"Resource\":[\"*\"]}")
                    .contains("\"ecr:PutImage\"")
                    .contains("\"Resource\":[\"arn:aws:ecr:eu-central-1:000000000000:repository/shop/orders\"]");
            assertThat(value(PolicyDocument.allowing(repository.pull().statements())))
                    .contains("\"ecr:BatchGetImage\"")
                    .doesNotContain("PutImage", "Upload");
        });
    }

    @Test
    void derives_an_existing_repository_from_its_name() {
        var graph = Recording.of(context -> {
                    var repository = ImageRepository.fromExisting("orders-api");

                    assertThat(repository.repositoryName()).isEqualTo("orders-api");
                    assertThat(value(repository.image("1.10").uri()))
                            .isEqualTo("000000000000.dkr.ecr.eu-central-1.amazonaws.com/orders-api:1.10");
                    assertThat(value(repository.arn()))
                            .isEqualTo("arn:aws:ecr:eu-central-1:000000000000:repository/orders-api");
                })
                .graph();

        assertThat(graph.all()).extracting(GraphResource::type).containsOnly("pulumi:pulumi:Stack");
    }

    @Test
    void derives_a_repository_of_another_account_from_name_and_account() {
        Recording.of(context -> {
            var repository = ImageRepository.fromExisting(
                    "orders-api",
                    ExistingRepositoryArgs.builder().accountId("222222222222").build());

            assertThat(value(repository.image("1.10").uri()))
                    .isEqualTo("222222222222.dkr.ecr.eu-central-1.amazonaws.com/orders-api:1.10");
            assertThat(value(repository.arn()))
                    .isEqualTo("arn:aws:ecr:eu-central-1:222222222222:repository/orders-api");
            assertThat(value(repository.pinnedImage("1.10").uri()))
                    .startsWith("222222222222.dkr.ecr.eu-central-1.amazonaws.com/orders-api@sha256:");
        });
    }

    @Test
    void resolves_a_pinned_image_to_its_digest() {
        Recording.of(context -> {
            assertThat(value(ImageRepository.fromExisting("orders-api")
                            .pinnedImage("1.10")
                            .uri()))
                    .contains("/orders-api@sha256:");
            assertThatThrownBy(() -> ImageRepository.fromExisting("orders-api").pinnedImage("a b"))
                    .hasMessageContaining("image is \"a b\"");
        });
    }

    private static String value(Output<String> output) {
        return PulumiTest.extractValue(output);
    }

    @Test
    void reports_its_violations_together_with_those_of_the_components_that_use_it() {
        var failing = Recording.failing(context -> {
            var repository = new ImageRepository(
                    "orders-api",
                    ImageRepositoryArgs.builder().keptTaggedImages(0).build());
            assertThat(repository.push().provider()).isEqualTo("orders-api");
            repository.image("1.10");
            repository.pinnedImage("1.10");
            new QueueTopology(
                    "pushes",
                    QueueTopologyArgs.builder()
                            .queue("images", queue -> queue.kmsKeyArn(repository.arn())
                                    .maxReceives(0))
                            .build());
        });

        assertThat(failing.failure())
                .startsWith("2 faults")
                .contains(
                        "ImageRepository \"orders-api\": keptTaggedImages is 0",
                        "QueueTopology \"pushes\": images.maxReceives is 0");
        assertThat(failing.graph().names(REPOSITORY)).isEmpty();
    }

    @Test
    void an_existing_repository_may_have_another_name_in_bindings_and_messages() {
        Recording.of(context -> {
            var repository = ImageRepository.fromExisting(
                    "orders",
                    ExistingRepositoryArgs.builder()
                            .repositoryName("shop/orders-api")
                            .build());

            assertThat(repository.push().provider()).isEqualTo("orders");
            assertThat(repository.push().environment()).containsOnlyKeys("ORDERS_REPOSITORY_URL");
            assertThat(value(repository.repositoryUrl())).endsWith("/shop/orders-api");
            assertThatThrownBy(() -> repository.image("a b"))
                    .hasMessageStartingWith("ImageRepository.fromExisting \"orders\": image is \"a b\", but");
        });
    }
}

package dev.ashlar.compute.image.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.ashlar.compute.image.ExistingRepositoryArgs;
import dev.ashlar.compute.image.ImageExpiry;
import dev.ashlar.compute.image.ImageRepository;
import dev.ashlar.compute.image.ImageRepositoryArgs;
import dev.ashlar.core.Violation;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImageRepositoryCheckTest {

    private static List<String> faults(ImageRepositoryArgs.Builder args) {
        return ImageRepository.check("orders-api", args.build()).all().stream()
                .map(Violation::message)
                .toList();
    }

    @Test
    void rejects_tags_that_aws_does_not_allow() {
        assertThat(faults(ImageRepositoryArgs.builder().putTags("aws:team", "shop")))
                .singleElement(STRING)
                .contains("tags is \"aws:team\"");
    }

    @Test
    void accepts_the_defaults() {
        assertThat(faults(ImageRepositoryArgs.builder())).isEmpty();
    }

    @Test
    void rejects_names_that_ecr_does_not_allow() {
        for (var name : List.of("Orders", "a", "orders//api", "orders-", "/orders", "x".repeat(257))) {
            assertThat(faults(ImageRepositoryArgs.builder().repositoryName(name)))
                    .singleElement(STRING)
                    .startsWith(
                            "ImageRepository \"orders-api\": repositoryName is \"%s\", but ECR allows".formatted(name));
        }
        assertThat(ImageRepository.check("a", ImageRepositoryArgs.builder().build())
                        .message())
                .startsWith("ImageRepository \"a\": repositoryName is \"a\", but ECR allows 2 to 256");
        assertThat(ImageRepository.check("A", ImageRepositoryArgs.builder().build())
                        .all())
                .hasSize(1);
        assertThat(faults(ImageRepositoryArgs.builder().repositoryName("shop/orders.api_v2")))
                .isEmpty();
        assertThatThrownBy(() -> ImageRepository.fromExisting("Orders"))
                .hasMessageContaining("repositoryName is \"Orders\"");
    }

    @Test
    void rejects_lifecycle_limits_that_ecr_does_not_allow() {
        assertThat(faults(ImageRepositoryArgs.builder().untaggedRetention(Duration.ofHours(36))))
                .singleElement(STRING)
                .contains("untaggedRetention is PT36H", "whole days");
        assertThat(faults(ImageRepositoryArgs.builder().untaggedRetention(Duration.ZERO)))
                .hasSize(1);
        assertThat(faults(ImageRepositoryArgs.builder().keptTaggedImages(0)))
                .singleElement(STRING)
                .contains("keptTaggedImages is 0");
        assertThat(faults(ImageRepositoryArgs.builder().protectedTagPrefixes("rel*")))
                .singleElement(STRING)
                .contains("protectedTagPrefixes is \"rel*\"");
        assertThat(faults(ImageRepositoryArgs.builder()
                        .protectedTagPrefixes(IntStream.range(0, 49)
                                .mapToObj(number -> "v" + number)
                                .toList())))
                .anySatisfy(fault -> assertThat(fault)
                        .isEqualTo("ImageRepository \"orders-api\": protectedTagPrefixes is a list of 49 beside 0"
                                + " expiries, but a lifecycle policy has at most 50 rules: one for each of them, and"
                                + " two others; use at most 48 of both."));
    }

    @Test
    void rejects_a_prefix_given_twice() {
        assertThat(faults(ImageRepositoryArgs.builder().protectedTagPrefixes("v", "v")))
                .singleElement(STRING)
                .contains("protectedTagPrefixes is \"v\"", "one rule for a prefix");
    }

    @Test
    void rejects_expiries_that_ecr_does_not_allow() {
        var week = Duration.ofDays(7);
        assertThat(expiryFaults(ImageExpiry.sinceImagePushed(week, "pr-*"))).isEmpty();
        assertThat(expiryFaults(ImageExpiry.sinceImagePushed(week, "a*b*c*d*"))).isEmpty();
        assertThat(expiryFaults(ImageExpiry.sinceImagePushed(week, "a*b*c*d*e*")))
                .containsExactly("ImageRepository \"orders-api\": expiries is \"a*b*c*d*e*\", but ECR allows at most"
                        + " four * in a pattern; use fewer.");
        assertThat(expiryFaults(ImageExpiry.sinceImagePushed(week, "pr/*")))
                .singleElement(STRING)
                .contains("\"pr/*\"");
        assertThat(expiryFaults(ImageExpiry.sinceImagePushed(week)))
                .singleElement(STRING)
                .contains("without a tag pattern");
        assertThat(expiryFaults(ImageExpiry.sinceImagePushed(Duration.ofHours(36), "pr-*")))
                .singleElement(STRING)
                .contains("PT36H", "whole days");
        assertThat(expiryFaults(ImageExpiry.imageCountMoreThan(0, "pr-*")))
                .singleElement(STRING)
                .contains("at least 1 image");
        assertThat(expiryFaults(new ImageExpiry(List.of("pr-*"), week, 3)))
                .singleElement(STRING)
                .contains("either by age or by count");
        assertThat(expiryFaults(new ImageExpiry(List.of("pr-*"), null, null))).hasSize(1);
    }

    @Test
    void rejects_expiries_that_would_never_apply() {
        assertThat(expiryFaults(ImageExpiry.imageCountMoreThan(3, "deployed-dev-*")))
                .containsExactly("ImageRepository \"orders-api\": expiries is \"deployed-dev-*\", but"
                        + " protectedTagPrefixes keeps deployed-*, so none of them would expire; leave one of the two"
                        + " out.");
        assertThat(expiryFaults(ImageExpiry.imageCountMoreThan(3, "pr-*"), ImageExpiry.imageCountMoreThan(5, "pr-*")))
                .singleElement(STRING)
                .contains("another rule selects the same images");
        assertThat(expiryFaults(ImageExpiry.imageCountMoreThan(3, "*")))
                .singleElement(STRING)
                .contains("use keptTaggedImages");
    }

    private static List<String> expiryFaults(ImageExpiry... expiries) {
        return faults(ImageRepositoryArgs.builder().expiries(expiries));
    }

    @Test
    void rejects_account_ids_that_are_not_valid() {
        assertThat(faults(ImageRepositoryArgs.builder().pullAccounts("12345", "012345678901")))
                .singleElement(STRING)
                .contains("pullAccounts is 12345", "12 digits");
        assertThatThrownBy(() -> ImageRepository.fromExisting(
                        "orders-api",
                        ExistingRepositoryArgs.builder().accountId("12345").build()))
                .hasMessageContaining("accountId is 12345");
    }
}

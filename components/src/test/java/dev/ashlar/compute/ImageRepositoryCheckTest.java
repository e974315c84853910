package dev.ashlar.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.ashlar.core.Violation;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageRepositoryCheckTest {

    private static List<String> faults(ImageRepositoryArgs.Builder args) {
        return ImageRepository.check("orders-api", args.build()).all().stream()
                .map(Violation::message)
                .toList();
    }

    @Test
    void accepts_the_defaults() {
        assertThat(faults(ImageRepositoryArgs.builder())).isEmpty();
    }

    @Test
    void refuses_names_that_ecr_does_not_allow() {
        for (var name : List.of("Orders", "a", "orders//api", "orders-", "/orders", "x".repeat(257))) {
            assertThat(faults(ImageRepositoryArgs.builder().repositoryName(name)))
                    .singleElement(STRING)
                    .startsWith(
                            "ImageRepository \"orders-api\": repositoryName is \"%s\", but ECR allows".formatted(name));
        }
        assertThat(faults(ImageRepositoryArgs.builder().repositoryName("shop/orders.api_v2")))
                .isEmpty();
        assertThatThrownBy(() -> ImageRepository.fromExisting("Orders"))
                .hasMessageContaining("repositoryName is \"Orders\"");
    }

    @Test
    void refuses_a_lifecycle_that_ecr_cannot_count() {
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
        assertThat(faults(ImageRepositoryArgs.builder().protectedTagPrefixes(Collections.nCopies(49, "v"))))
                .singleElement(STRING)
                .contains("a list of 49", "at most 48");
    }

    @Test
    void refuses_what_is_no_account() {
        assertThat(faults(ImageRepositoryArgs.builder().pullAccounts("12345", "012345678901")))
                .singleElement(STRING)
                .contains("pullAccounts is 12345", "12 digits");
    }
}

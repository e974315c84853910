package dev.ashlar.compute.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.core.Violations;
import org.junit.jupiter.api.Test;

class ImageReferenceTest {

    @Test
    void rejects_text_that_is_neither_a_tag_nor_a_digest() {
        for (var text : new String[] {"", ".hidden", "a b", "a/b", "v1:2", "sha256:xyz", "a".repeat(129)}) {
            var violations = Violations.of("ImageRepository", "orders");
            ImageReference.check("image", text, violations);

            assertThat(violations.message())
                    .startsWith("ImageRepository \"orders\": image is \"%s\", but".formatted(text));
        }
    }
}

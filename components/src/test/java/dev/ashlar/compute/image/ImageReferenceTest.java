package dev.ashlar.compute.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.core.InvalidArgsException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ImageReferenceTest {

    private static final String DIGEST = "sha256:" + "0a".repeat(32);

    @Test
    void a_tag_follows_a_colon_and_a_digest_an_at_sign() {
        assertThat(ImageReference.suffix("orders", "1.10")).isEqualTo(":1.10");
        assertThat(ImageReference.suffix("orders", DIGEST)).isEqualTo("@" + DIGEST);
    }

    @Test
    void refuses_what_is_neither_tag_nor_digest() {
        for (var text : new String[] {"", ".hidden", "a b", "a/b", "v1:2", "sha256:xyz", "a".repeat(129)}) {
            assertThatThrownBy(() -> ImageReference.suffix("orders", text))
                    .isInstanceOf(InvalidArgsException.class)
                    .hasMessageStartingWith("ImageRepository \"orders\": image is \"%s\", but", text);
        }
    }

    @Property
    void every_tag_of_the_allowed_characters_is_kept_as_it_is(
            @ForAll @AlphaChars @NumericChars @Chars({'_'}) char first,
            @ForAll @AlphaChars @NumericChars @Chars({'_', '.', '-'}) @StringLength(max = 127) String rest) {
        assertThat(ImageReference.suffix("orders", first + rest)).isEqualTo(":" + first + rest);
    }
}

package dev.ashlar.compute.image.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class RepositoryImagesTest {

    private static final String DIGEST = "sha256:" + "0a".repeat(32);

    @Test
    void a_tag_follows_a_colon_and_a_digest_an_at_sign() {
        assertThat(RepositoryImages.suffix("1.10")).isEqualTo(":1.10");
        assertThat(RepositoryImages.suffix(DIGEST)).isEqualTo("@" + DIGEST);
    }

    @Property
    void does_not_change_a_valid_tag(
            @ForAll @AlphaChars @NumericChars @Chars({'_'}) char first,
            @ForAll @AlphaChars @NumericChars @Chars({'_', '.', '-'}) @StringLength(max = 127) String rest) {
        assertThat(RepositoryImages.suffix(first + rest)).isEqualTo(":" + first + rest);
    }
}

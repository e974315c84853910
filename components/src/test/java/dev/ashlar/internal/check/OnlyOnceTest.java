package dev.ashlar.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.core.InvalidArgsException;
import org.junit.jupiter.api.Test;

class OnlyOnceTest {

    @Test
    void a_name_is_taken_once_for_each_option() {
        var names = new OnlyOnce("DataBucketArgs");

        assertThat(names.take("statements", "Read")).isEqualTo("Read");
        assertThat(names.take("corsRules", "Read")).isEqualTo("Read");
        assertThatThrownBy(() -> names.take("statements", "Read"))
                .isInstanceOf(InvalidArgsException.class)
                .hasMessage(
                        "DataBucketArgs: statements is \"Read\" a second time, but it would take the place of the first;"
                                + " use another name.");
    }
}

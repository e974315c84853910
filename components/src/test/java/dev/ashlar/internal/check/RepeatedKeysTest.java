package dev.ashlar.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.core.Violations;
import org.junit.jupiter.api.Test;

class RepeatedKeysTest {

    @Test
    void rejects_a_key_given_twice_to_one_option() {
        var keys = new RepeatedKeys();
        keys.take("clients", "web");
        keys.take("domains", "web");
        keys.take("clients", "web");
        keys.take("clients", "mobile.app");
        keys.take("clients", "mobile.app");

        var violations = Violations.of("UserPool", "users");
        RepeatedKeys.check(keys.all(), violations);

        assertThat(violations.message())
                .contains(
                        "UserPool \"users\": clients is \"web\" a second time, but it would replace the first; use another name.",
                        "UserPool \"users\": clients is \"mobile.app\" a second time")
                .startsWith("2 faults");
    }

    @Test
    void returns_the_key() {
        assertThat(new RepeatedKeys().take("clients", "web")).isEqualTo("web");
    }
}

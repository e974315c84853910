package dev.ashlar.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.core.Violation;
import dev.ashlar.core.Violations;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CheckTest {

    @Test
    void rejects_numbers_outside_a_range_and_accepts_its_ends() {
        assertThat(messages(check -> {
                    check.option("port", 0).within(1, 65_535, "ports");
                    check.option("port", 1).within(1, 65_535, "ports");
                    check.option("port", 65_535).within(1, 65_535, "ports");
                    check.option("port", 65_536L).within(1, 65_535, "ports");
                }))
                .containsExactly(
                        "Vpc \"main\": port is 0, but 1 to 65,535 ports are allowed; use a number in this range.",
                        "Vpc \"main\": port is 65536, but 1 to 65,535 ports are allowed; use a number in this range.");
    }

    @Test
    void rejects_times_outside_a_range_or_with_a_fraction() {
        assertThat(messages(check -> {
                    check.option("interval", Duration.ofMillis(5_500)).seconds(5, 300);
                    check.option("interval", Duration.ofSeconds(5)).seconds(5, 300);
                    check.option("retention", Duration.ofDays(36)).days(1, 35);
                    check.option("retention", Duration.ofHours(36)).days(1, 35);
                    check.option("retention", Duration.ofDays(35)).days(1, 35);
                }))
                .hasSize(3)
                .first()
                .isEqualTo(
                        "Vpc \"main\": interval is PT5.5S, but AWS allows 5 to 300 whole seconds; use a time in this range.");
    }

    @Test
    void quotes_text_that_has_the_wrong_form() {
        assertThat(messages(check -> check.option("path", "")
                        .matches(Pattern.compile("/.*"), "a path starts with a slash", "use a path such as /health")))
                .containsExactly(
                        "Vpc \"main\": path is \"\", but a path starts with a slash; use a path such as /health.");
    }

    @Test
    void lists_the_allowed_choices() {
        assertThat(messages(check -> check.option("size", 3).oneOf(List.of(1, 2), "a node has one of two sizes")))
                .containsExactly("Vpc \"main\": size is 3, but a node has one of two sizes; use one of 1, 2.");
    }

    @Test
    void shows_the_length_of_text_that_is_too_long() {
        assertThat(messages(check -> check.option("name", "abcd").maxLength(3, "a name has at most 3 characters")))
                .containsExactly(
                        "Vpc \"main\": name is 4 characters long, but a name has at most 3 characters; shorten it.");
    }

    @Test
    void rejects_an_option_beside_one_that_excludes_it() {
        assertThat(messages(
                        check -> check.option("pool", "p").excludes("cidrBlock", "10.0.0.0/16", "the pool decides")))
                .containsExactly("Vpc \"main\": pool is \"p\", but the pool decides; leave out pool or cidrBlock.");
        assertThat(messages(check -> check.option("pool", "p").excludes("cidrBlock", null, "the pool decides")))
                .isEmpty();
    }

    @Test
    void skips_an_absent_option_unless_it_is_required() {
        assertThat(messages(check -> check.option("port", null)
                        .within(1, 2, "ports")
                        .seconds(1, 2)
                        .matches(Pattern.compile("x"), "rule", "fix")
                        .maxLength(1, "rule")
                        .required("the container listens on a port", "set it")))
                .containsExactly("Vpc \"main\": port is missing, but the container listens on a port; set it.");
    }

    @Test
    void skips_the_checks_after_a_condition_that_does_not_hold() {
        assertThat(messages(check -> check.option("port", 9).when(false).within(1, 2, "ports")))
                .isEmpty();
    }

    private static List<String> messages(Consumer<Check> checks) {
        var violations = Violations.of("Vpc", "main");
        checks.accept(new Check(violations));
        return violations.all().stream().map(Violation::message).toList();
    }
}

package dev.ashlar.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.core.Violation;
import dev.ashlar.core.Violations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
                .containsExactly(
                        "Vpc \"main\": pool is given beside cidrBlock, but the pool decides; leave one of them out.");
        assertThat(messages(check -> {
                    check.option("pool", "p").excludes("cidrBlock", null, "the pool decides");
                    check.option("pool", "p").excludes("blocks", List.of(), "the pool decides");
                    check.option("pool", null).excludes("cidrBlock", "10.0.0.0/16", "the pool decides");
                }))
                .isEmpty();
    }

    @Test
    void rejects_every_value_of_an_option_that_has_no_effect() {
        assertThat(messages(check -> {
                    check.option("dns64", true).absent("the network has no IPv6", "set ipv6");
                    check.option("dns64", false).absent("the network has no IPv6", "set ipv6");
                    check.option("shards", 2).when(false).absent("the engine has one", "remove it");
                }))
                .containsExactly("Vpc \"main\": dns64 is true, but the network has no IPv6; set ipv6.");
    }

    @Test
    void shows_a_count_with_its_unit() {
        assertThat(messages(check -> {
                    check.count("readers", 16, "readers").atMost(15, "a cluster has at most 15", "remove some");
                    check.count("readers", 15, "readers").atMost(15, "a cluster has at most 15", "remove some");
                    check.count("readers", 0, "readers").atLeast(1, "a cluster has one", "add it");
                    check.count("readers", 1, "readers").atLeast(1, "a cluster has one", "add it");
                }))
                .containsExactly(
                        "Vpc \"main\": readers is 16 readers, but a cluster has at most 15; remove some.",
                        "Vpc \"main\": readers is 0 readers, but a cluster has one; add it.");
    }

    @Test
    void returns_whether_a_value_passed() {
        var check = new Check(Violations.of("Vpc", "main"));
        assertThat(check.option("port", 1).within(1, 9, "ports").passed()).isTrue();
        assertThat(check.option("port", 0).within(1, 9, "ports").passed()).isFalse();
        assertThat(check.option("port", 0).when(false).within(1, 9, "ports").passed())
                .isTrue();
        assertThat(check.option("port", null).required("it has one", "set it").passed())
                .isFalse();
    }

    @Test
    void checks_each_value_of_an_option() {
        assertThat(messages(check -> check.each(
                        "headers",
                        List.of("Host", "accept", ""),
                        header -> header.matches(Pattern.compile("[a-z]+"), "a name in lower case is required", "x"))))
                .containsExactly(
                        "Vpc \"main\": headers is \"Host\", but a name in lower case is required; x.",
                        "Vpc \"main\": headers is \"\", but a name in lower case is required; x.");
    }

    @Test
    void checks_anything_else_of_a_value() {
        assertThat(messages(check -> {
                    check.option("zone", "a").that(zone -> zone.equals("b"), "it is full", "use b");
                    check.option("zone", "b").that(zone -> zone.equals("b"), "it is full", "use b");
                    check.option("zone", "c").shownAs("zone c").that(() -> false, "it is closed", "use b");
                }))
                .containsExactly(
                        "Vpc \"main\": zone is \"a\", but it is full; use b.",
                        "Vpc \"main\": zone is zone c, but it is closed; use b.");
    }

    @Test
    void reports_a_rule_of_the_caller() {
        assertThat(messages(check -> {
                    check.option("rate", 0.5).within(1, 9, "a rate is 1 to 9", "use 1");
                    check.option("timeout", Duration.ofSeconds(31))
                            .seconds(1, 30, "the API waits 30 seconds", "use 30");
                    check.option("age", Duration.ofHours(36)).days(1, 9, "S3 counts days", "use whole ones");
                    check.option("size", 3).oneOf(List.of(1, 2), "a node has one of two sizes", "use 1");
                    check.option("sid", "").length(1, 255, "an id has 1 to 255 characters", "use one");
                }))
                .containsExactly(
                        "Vpc \"main\": rate is 0.5, but a rate is 1 to 9; use 1.",
                        "Vpc \"main\": timeout is PT31S, but the API waits 30 seconds; use 30.",
                        "Vpc \"main\": age is PT36H, but S3 counts days; use whole ones.",
                        "Vpc \"main\": size is 3, but a node has one of two sizes; use 1.",
                        "Vpc \"main\": sid is 0 characters long, but an id has 1 to 255 characters; use one.");
    }

    @Test
    void requires_an_option_without_values() {
        assertThat(messages(check -> {
                    check.option("zones", List.of()).required("a network has zones", "add one");
                    check.option("tags", Map.of()).required("a network has tags", "add one");
                    check.option("zones", List.of("a")).required("a network has zones", "add one");
                    check.option("zones", List.of()).when(false).required("a network has zones", "add one");
                }))
                .containsExactly(
                        "Vpc \"main\": zones is missing, but a network has zones; add one.",
                        "Vpc \"main\": tags is missing, but a network has tags; add one.");
    }

    @Test
    void writes_numbers_in_the_same_way_in_every_locale() {
        var locale = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(messages(check -> {
                        check.option("port", 0).within(1, 65_535, "ports");
                        check.option("interval", Duration.ZERO).seconds(5, 300);
                        check.count("rules", 2, "rules").absent("S3 allows none", "remove them");
                    }))
                    .satisfiesExactly(
                            message -> assertThat(message).contains("1 to 65,535 ports"),
                            message -> assertThat(message).contains("5 to 300 whole seconds"),
                            message -> assertThat(message).contains("rules is 2 rules"));
        } finally {
            Locale.setDefault(locale);
        }
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

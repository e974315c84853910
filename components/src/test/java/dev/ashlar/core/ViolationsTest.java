package dev.ashlar.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.exceptions.RunException;
import org.junit.jupiter.api.Test;

class ViolationsTest {

    private final Violations violations = Violations.of("Vpc", "main");

    @Test
    void writes_one_violation_as_one_sentence() {
        violations.add("cidrBlock", "10.0.0.0/22", "it is too small", "use a /20");

        assertThat(violations.message())
                .isEqualTo("Vpc \"main\": cidrBlock is 10.0.0.0/22, but it is too small; use a /20.");
    }

    @Test
    void writes_several_violations_of_all_subjects_as_a_numbered_list() {
        violations.add("cidrBlock", null, "every network needs one", "give one");
        violations.addAll(Violations.of("Pulumi.dev.yaml").add("ashlar:zones", "[]", "it is empty", "name two"));

        assertThat(violations.message()).isEqualTo("""
                        2 faults:
                          1. Vpc "main": cidrBlock is missing, but every network needs one; give one.
                          2. Pulumi.dev.yaml: ashlar:zones is [], but it is empty; name two.""");
    }

    @Test
    void throws_an_exception_that_the_engine_shows_without_a_stack_trace() {
        violations.add("cidrBlock", null, "every network needs one", "give one");

        assertThatThrownBy(violations::orThrow)
                .isInstanceOf(RunException.class)
                .hasMessage(violations.message())
                .isInstanceOfSatisfying(InvalidArgsException.class, fault -> assertThat(fault.violations())
                        .isEqualTo(violations.all()));
    }

    @Test
    void does_not_throw_without_violations() {
        violations.expect(true, "cidrBlock", "x", "rule", "fix");

        assertThat(violations.require("cidrBlock", "10.0.0.0/16", "rule", "fix"))
                .isTrue();
        assertThatCode(violations::orThrow).doesNotThrowAnyException();
        assertThat(violations).hasToString("no faults");
    }
}

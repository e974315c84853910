package dev.ashlar.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.exceptions.RunException;
import org.junit.jupiter.api.Test;

class ViolationsTest {

    private final Violations violations = Violations.of("Vpc", "main");

    @Test
    void one_fault_is_one_sentence() {
        violations.add("cidrBlock", "10.0.0.0/22", "it is too small", "use a /20");

        assertThat(violations.message())
                .isEqualTo("Vpc \"main\": cidrBlock is 10.0.0.0/22, but it is too small; use a /20.");
    }

    @Test
    void several_faults_are_a_numbered_list_across_subjects() {
        violations.add("cidrBlock", null, "every network needs one", "give one");
        violations.addAll(Violations.of("Pulumi.dev.yaml").add("ashlar:zones", "[]", "it is empty", "name two"));

        assertThat(violations.message()).isEqualTo("""
                        2 faults:
                          1. Vpc "main": cidrBlock is missing, but every network needs one; give one.
                          2. Pulumi.dev.yaml: ashlar:zones is [], but it is empty; name two.""");
    }

    @Test
    void faults_stop_the_program_in_the_way_that_the_engine_shows_without_a_stack_trace() {
        violations.add("cidrBlock", null, "every network needs one", "give one");

        assertThatThrownBy(violations::orThrow)
                .isInstanceOf(RunException.class)
                .hasMessage(violations.message())
                .isInstanceOfSatisfying(InvalidArgsException.class, fault -> assertThat(fault.violations())
                        .isEqualTo(violations.all()));
    }

    @Test
    void no_fault_stops_nothing() {
        violations.expect(true, "cidrBlock", "x", "rule", "fix");

        assertThat(violations.require("cidrBlock", "10.0.0.0/16", "rule", "fix"))
                .isTrue();
        assertThatCode(violations::orThrow).doesNotThrowAnyException();
        assertThat(violations).hasToString("no faults");
    }
}

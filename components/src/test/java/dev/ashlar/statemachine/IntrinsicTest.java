package dev.ashlar.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntrinsicTest {

    private static final JsonPath X = JsonPath.of("$.x");

    @Test
    void renders_each_function() {
        assertThat(Intrinsic.array(1, X, "a", null, true)).hasToString("States.Array(1, $.x, 'a', null, true)");
        assertThat(Intrinsic.arrayContains(X, "ALARM")).hasToString("States.ArrayContains($.x, 'ALARM')");
        assertThat(Intrinsic.arrayGetItem(X, 0)).hasToString("States.ArrayGetItem($.x, 0)");
        assertThat(Intrinsic.arrayLength(X)).hasToString("States.ArrayLength($.x)");
        assertThat(Intrinsic.mathAdd(X, 1)).hasToString("States.MathAdd($.x, 1)");
        assertThat(Intrinsic.stringToJson(X)).hasToString("States.StringToJson($.x)");
        assertThat(Intrinsic.jsonMerge(X, X)).hasToString("States.JsonMerge($.x, $.x, false)");
        assertThat(Intrinsic.uuid()).hasToString("States.UUID()");
        assertThat(Intrinsic.of("States.Hash", X, "SHA-256")).hasToString("States.Hash($.x, 'SHA-256')");
    }

    @Test
    void nests_functions() {
        assertThat(Intrinsic.arrayGetItem(X, Intrinsic.mathAdd(X, 1)))
                .hasToString("States.ArrayGetItem($.x, States.MathAdd($.x, 1))");
    }

    @Test
    void escapes_quotes_and_backslashes_of_literals() {
        assertThat(Intrinsic.array("it's", "a\\b")).hasToString("States.Array('it\\'s', 'a\\\\b')");
    }

    @Test
    void keeps_the_escaped_braces_of_a_format() {
        assertThat(Intrinsic.format("It's \\{{}\\}", X)).hasToString("States.Format('It\\'s \\{{}\\}', $.x)");
    }
}

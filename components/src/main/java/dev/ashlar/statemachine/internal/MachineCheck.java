package dev.ashlar.statemachine.internal;

import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.Check;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The rules for a state machine as a whole.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html">Step Functions service
 *     quotas</a>
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html">
 *     CreateStateMachine</a>
 * @see <a href="https://states-language.net/spec.html#states-fields">Amazon States Language: states</a>
 */
public final class MachineCheck {

    private static final Pattern NAME = Pattern.compile("[^\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\p{Cntrl}\\x80-\\x9F]+");
    private static final int MAX_NAME = 80;
    private static final int MAX_BYTES = 1024 * 1024;

    private MachineCheck() {}

    /** Adds all violations of the language and of the quotas. */
    public static void check(String name, Scope scope, Violations violations) {
        var check = new Check(violations);
        check.option("name", name)
                .matches(NAME, "AWS allows no spaces, brackets and special characters", "use letters, digits, - and _")
                .maxLength(MAX_NAME, "AWS allows %d characters".formatted(MAX_NAME));
        check.option("timeout", scope.fields().get("TimeoutSeconds")).seconds(1, Integer.MAX_VALUE);
        checkNames(scope.allStates(), violations);
        checkScope("", scope, violations);
        checkSize(scope, violations);
    }

    private static void checkNames(List<Scope.Named> states, Violations violations) {
        var seen = new HashSet<String>();
        for (var state : states) {
            violations.expect(
                    seen.add(state.name()),
                    "state",
                    '"' + state.name() + '"',
                    "another state has this name",
                    "use a name that is unique in the whole state machine");
            int length = state.name().codePointCount(0, state.name().length());
            violations.expect(
                    length >= 1 && length <= MAX_NAME,
                    "state",
                    '"' + state.name() + '"',
                    "a name has 1 to " + MAX_NAME + " characters",
                    length == 0 ? "name it" : "shorten it");
        }
    }

    private static void checkScope(String prefix, Scope scope, Violations violations) {
        FlowRules.check(prefix, scope, violations);
        for (var state : scope.states()) {
            StateRules.check(state, violations);
            ErrorRules.check(state, violations);
            PathRules.check(state, violations);
            PayloadRules.check(state, violations);
            for (var inner : state.scopes()) {
                violations.expect(
                        !inner.fields().has("TimeoutSeconds"),
                        state.name() + ".timeout",
                        inner.fields().get("TimeoutSeconds"),
                        "only the whole state machine has a timeout",
                        "set the timeouts of the tasks in it");
                checkScope(state.name() + ".", inner, violations);
            }
        }
    }

    private static void checkSize(Scope scope, Violations violations) {
        int bytes = Definition.knownText(scope).getBytes(StandardCharsets.UTF_8).length;
        violations.expect(
                bytes <= MAX_BYTES,
                "definition",
                "%,d bytes".formatted(bytes),
                "AWS allows 1 MB",
                "move a part of it to a state machine of its own");
    }
}

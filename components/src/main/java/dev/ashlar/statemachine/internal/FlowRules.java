package dev.ashlar.statemachine.internal;

import static dev.ashlar.statemachine.internal.LocatedExpression.indexed;

import dev.ashlar.core.Violations;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules for transitions: each leads to a state, each state can run, and a state ends the execution. */
final class FlowRules {

    private final String prefix;
    private final Scope scope;
    private final Violations violations;
    private final Set<String> names;

    private FlowRules(String prefix, Scope scope, Violations violations) {
        this.prefix = prefix;
        this.scope = scope;
        this.violations = violations;
        this.names =
                scope.states().stream().map(Scope.Named::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Adds the violations of a scope.
     *
     * @param prefix the option that holds the scope, with a dot; empty for that of the state machine
     */
    static void check(String prefix, Scope scope, Violations violations) {
        new FlowRules(prefix, scope, violations).check();
    }

    private void check() {
        var start = scope.start();
        if (start == null || names.isEmpty()) {
            violations.add(prefix + "state", null, "at least one state is required", "add one");
            return;
        }
        boolean resolved = resolves(prefix + "startAt", start);
        for (var state : scope.states()) {
            resolved &= checkTransitions(state);
        }
        if (names.contains(start)) {
            checkReachable(start);
            violations.expect(
                    !resolved || Flow.of(scope).canEnd(start),
                    prefix + "state",
                    "without an end",
                    "a state that runs must end the execution",
                    "call end() on a state, or add a Succeed or Fail state");
        }
    }

    private boolean checkTransitions(Scope.Named state) {
        var fields = state.fields();
        boolean resolved = fields.is("Choice") || state.ends() || required(state.name() + ".next", fields);
        resolved &= resolves(state.name() + ".next", fields, "Next");
        resolved &= resolves(state.name() + ".otherwise", fields, "Default");
        var choices = fields.list("Choices");
        for (int i = 0; i < choices.size(); i++) {
            resolved &= resolves(indexed(state.name() + ".choices", i) + ".next", choices.get(i), "Next");
        }
        var catches = fields.list("Catch");
        for (int i = 0; i < catches.size(); i++) {
            var option = indexed(state.name() + ".onError", i) + ".next";
            resolved &= required(option, catches.get(i)) && resolves(option, catches.get(i), "Next");
        }
        return resolved;
    }

    private boolean required(String option, Fields fields) {
        return violations.require(
                option,
                fields.get("Next"),
                "a state must run next, or the execution must end",
                fields.has("Type") ? "add next(...) or end()" : "add next(...)");
    }

    private boolean resolves(String option, Fields fields, String field) {
        return !fields.has(field) || resolves(option, fields.text(field));
    }

    private boolean resolves(String option, String name) {
        if (!names.contains(name)) {
            violations.add(
                    option,
                    '"' + name + '"',
                    "no state beside it has this name",
                    "use one of " + String.join(", ", names));
        }
        return names.contains(name);
    }

    // One mistake can cut off many states: only those are listed that no other listed state leads to.
    private void checkReachable(String start) {
        var flow = Flow.of(scope);
        var reached = new HashSet<>(flow.after(start));
        reached.add(start);
        for (var name : entriesOf(flow, reached)) {
            violations.add(
                    name, "never reached", "each state must be able to run", "add a transition to it, or remove it");
        }
    }

    private Set<String> entriesOf(Flow flow, Set<String> reached) {
        var entries = new LinkedHashSet<String>();
        var covered = new HashSet<>(reached);
        for (var name : names) {
            if (covered.add(name)) {
                var after = flow.after(name);
                entries.removeAll(after);
                entries.add(name);
                covered.addAll(after);
            }
        }
        return entries;
    }
}

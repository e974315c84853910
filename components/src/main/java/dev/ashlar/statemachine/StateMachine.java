package dev.ashlar.statemachine;

import dev.ashlar.core.Violations;
import dev.ashlar.statemachine.internal.Definition;
import dev.ashlar.statemachine.internal.Fields;
import dev.ashlar.statemachine.internal.Flow;
import dev.ashlar.statemachine.internal.MachineCheck;
import dev.ashlar.statemachine.internal.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A state machine of AWS Step Functions in the JSONPath dialect of Amazon States Language: an immutable value.
 *
 * <pre>{@code
 * var machine = StateMachine.builder()
 *         .state("Wait", WaitState.of(Duration.ofMinutes(1)).next("Check"))
 *         .state("Check", ChoiceState.when(isTrue("$.healthy"), "Done").otherwise("Wait"))
 *         .state("Done", SucceedState.create())
 *         .build();
 * machine.check("rollout").orThrow();
 * System.out.println(machine.json());
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html">Using Amazon
 *     States Language to define Step Functions workflows</a>
 */
public final class StateMachine {

    private final Scope scope;

    private StateMachine(Scope scope) {
        this.scope = scope;
    }

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the definition as maps and lists in the order of declaration, with keys of parameters sorted. A value
     * that is not JSON, such as an output of a resource, is passed on as it is.
     */
    public Map<String, @Nullable Object> definition() {
        return Definition.of(scope);
    }

    /**
     * Returns the definition as JSON text. The same machine gives the same text.
     *
     * @throws IllegalStateException if the definition contains a value that is not JSON
     */
    public String json() {
        return Definition.text(scope);
    }

    /**
     * Returns all violations of the States language, of the quotas of Step Functions, and of the rules given here.
     *
     * @param name the name of the state machine, for messages too
     * @param rules rules that the language does not have
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html">Step Functions service
     *     quotas</a>
     */
    public Violations check(String name, LintRule... rules) {
        var violations = Violations.of("StateMachine", name);
        MachineCheck.check(name, scope, violations);
        for (var rule : rules) {
            rule.check(scope, violations);
        }
        return violations;
    }

    /** Returns the states that can run after a state, itself included if it can run again. */
    public Set<String> statesAfter(String state) {
        return Flow.of(scope).after(state);
    }

    /**
     * Returns the paths from a state to the ends of the execution. An end is a state that ends it, and a state that can
     * fail without a catch of {@link ErrorNames#ALL}. Branches of a parallel or map state are not followed.
     */
    public Paths everyPathFrom(String state) {
        return new Paths(Flow.of(scope), state);
    }

    Scope scope() {
        return scope;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StateMachine machine && machine.scope.equals(scope);
    }

    @Override
    public int hashCode() {
        return scope.hashCode();
    }

    @Override
    public String toString() {
        return scope.toString();
    }

    /** The paths from one state to the ends of the execution. */
    public static final class Paths {

        private final Flow flow;
        private final String from;

        private Paths(Flow flow, String from) {
            this.flow = flow;
            this.from = from;
        }

        /** Returns whether each path contains one of the states. */
        public boolean passes(String... states) {
            return avoiding(states).isEmpty();
        }

        /** Returns a shortest path that contains none of the states: the states on it, in order. */
        public Optional<List<String>> avoiding(String... states) {
            return flow.pathToEnd(from, Set.copyOf(List.of(states)));
        }
    }

    /** Builds a {@link StateMachine}. */
    public static final class Builder {

        private @Nullable String startAt;
        private Fields fields = Fields.EMPTY;
        private final List<Scope.Named> states = new ArrayList<>();

        private Builder() {}

        /** Sets a description for readers of the definition. */
        public Builder comment(String comment) {
            fields = fields.with("Comment", comment);
            return this;
        }

        /** Sets the state that runs first. Default: the state that was added first. */
        public Builder startAt(String state) {
            startAt = state;
            return this;
        }

        /**
         * Sets the longest time that an execution may take, in whole seconds, 1 or more. A longer one ends
         * without running a catch. Default: no limit but that of the service, a year.
         */
        public Builder timeout(Duration timeout) {
            fields = fields.with("TimeoutSeconds", timeout);
            return this;
        }

        /**
         * Adds a state.
         *
         * @param name the name, 1 to 80 characters, unique in the whole state machine
         */
        public Builder state(String name, State<?> state) {
            states.add(new Scope.Named(name, state.fields()));
            return this;
        }

        /** Returns the state machine. */
        public StateMachine build() {
            return new StateMachine(new Scope(startAt, fields, states));
        }
    }
}

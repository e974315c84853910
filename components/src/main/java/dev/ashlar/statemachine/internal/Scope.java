package dev.ashlar.statemachine.internal;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * States that can follow each other: those of a state machine, of a branch, or of a map's processor.
 *
 * @param startAt the state that runs first; if null, the first of the states
 * @param fields the other fields
 * @param states the states in the order in which they were added
 */
public record Scope(@Nullable String startAt, Fields fields, List<Named> states) {

    /**
     * A state and its name.
     *
     * @param name the name
     * @param fields the fields of the state
     */
    public record Named(String name, Fields fields) {

        /** Returns the states that can run next, in the order of the definition. */
        List<String> next() {
            var rules = Stream.concat(fields.list("Choices").stream(), fields.list("Catch").stream());
            return Stream.concat(Stream.of(fields), rules)
                    .flatMap(rule ->
                            Stream.of("Next", "Default").filter(rule::has).map(rule::text))
                    .distinct()
                    .toList();
        }

        /** Returns whether the state ends the execution or the branch. */
        boolean ends() {
            return fields.has("End") || fields.is("Succeed") || fields.is("Fail");
        }

        /** Returns whether the state can fail the execution without another state that runs then. */
        boolean canFail() {
            return fields.is("Choice")
                    ? !fields.has("Default")
                    : isWork() && fields.list("Catch").stream().noneMatch(Named::catchesAll);
        }

        private boolean isWork() {
            return fields.is("Task") || fields.is("Parallel") || fields.is("Map");
        }

        private static boolean catchesAll(Fields fields) {
            return fields.texts("ErrorEquals").contains("States.ALL");
        }

        /** Returns the scopes inside the state. */
        List<Scope> scopes() {
            if (fields.get("ItemProcessor") instanceof Scope processor) {
                return List.of(processor);
            }
            return fields.get("Branches") instanceof List<?> branches
                    ? branches.stream().map(Scope.class::cast).toList()
                    : List.of();
        }
    }

    public Scope {
        states = List.copyOf(states);
    }

    /** Returns the scope with a field set. */
    public Scope with(String field, Object value) {
        return new Scope(startAt, fields.with(field, value), states);
    }

    /** Returns the name of the state that runs first; null if there are no states. */
    @Nullable
    String start() {
        return startAt == null && !states.isEmpty() ? states.get(0).name() : startAt;
    }

    /** Returns the states of this scope and of all scopes inside it. */
    List<Named> allStates() {
        return states.stream()
                .flatMap(state -> Stream.concat(
                        Stream.of(state), state.scopes().stream().flatMap(scope -> scope.allStates().stream())))
                .toList();
    }
}

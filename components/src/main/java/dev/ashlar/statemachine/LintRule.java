package dev.ashlar.statemachine;

import dev.ashlar.core.Violations;
import dev.ashlar.statemachine.internal.ErrorRules;
import dev.ashlar.statemachine.internal.Flow;
import dev.ashlar.statemachine.internal.PathRules;
import dev.ashlar.statemachine.internal.Scope;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A rule that a state machine can be held to beyond those of the language, see {@link StateMachine#check}.
 *
 * <pre>{@code
 * machine.check("rollout",
 *         LintRule.tasksRetry(),
 *         LintRule.tasksCatch(),
 *         LintRule.everyPathFrom("Shift").passes("Rollback", "Finish"),
 *         LintRule.everyStateFrom("Shift").upTo("Finish").reaches("Rollback"));
 * }</pre>
 */
public final class LintRule {

    private final BiConsumer<Scope, Violations> rule;

    private LintRule(BiConsumer<Scope, Violations> rule) {
        this.rule = rule;
    }

    /** Requires a {@link Retry} of each task. */
    public static LintRule tasksRetry() {
        return new LintRule(ErrorRules::tasksRetry);
    }

    /** Requires a {@link Catch} of each task. */
    public static LintRule tasksCatch() {
        return new LintRule(ErrorRules::tasksCatch);
    }

    /**
     * Allows only paths that emulators evaluate as AWS does: no filters, and nothing behind an index. A
     * {@link PassState} per index selects the same value.
     *
     * @see <a href="https://github.com/getmoto/moto/issues/10078">moto: filters with an empty result</a>
     */
    public static LintRule portablePaths() {
        return new LintRule(PathRules::portable);
    }

    /**
     * Begins a rule about the paths from a state to the ends of the execution, see {@link StateMachine#everyPathFrom}.
     */
    public static PathsFrom everyPathFrom(String state) {
        return new PathsFrom(state);
    }

    /** Begins a rule about a state and all states that can run after it. */
    public static StatesFrom everyStateFrom(String state) {
        return new StatesFrom(state, Set.of());
    }

    void check(Scope scope, Violations violations) {
        rule.accept(scope, violations);
    }

    /** The subject of a rule: the paths from one state to the ends of the execution. */
    public static final class PathsFrom {

        private final String from;

        private PathsFrom(String from) {
            this.from = from;
        }

        /** Requires one of the states on each path. */
        public LintRule passes(String... states) {
            return new LintRule(
                    (scope, violations) -> Flow.of(scope).requireOnEveryPath(from, List.of(states), violations));
        }
    }

    /** The subject of a rule: a state and the states that can run after it. */
    public static final class StatesFrom {

        private final String from;
        private final Set<String> last;

        private StatesFrom(String from, Set<String> last) {
            this.from = from;
            this.last = last;
        }

        /** Leaves out these states and those that run only after them. Default: none. */
        public StatesFrom upTo(String... states) {
            return new StatesFrom(from, Set.copyOf(List.of(states)));
        }

        /** Requires that each of the states can reach a state. States that run only after that one are left out. */
        public LintRule reaches(String state) {
            return new LintRule((scope, violations) -> Flow.of(scope).requireReachable(from, last, state, violations));
        }
    }
}

package dev.ashlar.statemachine.internal;

import dev.ashlar.core.Violations;
import dev.ashlar.statemachine.Expression;
import dev.ashlar.statemachine.Intrinsic;
import dev.ashlar.statemachine.JsonPath;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules for paths and intrinsic functions.
 *
 * @see <a href="https://states-language.net/spec.html#path">Amazon States Language: paths and reference paths</a>
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html">Intrinsic functions for
 *     JSONPath states</a>
 */
public final class PathRules {

    private static final Set<String> REFERENCE_PATHS =
            Set.of("ResultPath", "ItemsPath", "SecondsPath", "TimestampPath", "TimeoutSecondsPath");
    private static final int MAX_NESTING = 10;

    private PathRules() {}

    /** Adds the violations of the language. */
    static void check(Scope.Named state, Violations violations) {
        for (var located : LocatedExpression.of(state)) {
            paths(located.expression()).forEach(path -> checkSyntax(located.option(), path, violations));
            if (REFERENCE_PATHS.contains(located.field()) && located.expression() instanceof JsonPath path) {
                checkReference(located, path, violations);
            }
            violations.expect(
                    nesting(located.expression()) <= MAX_NESTING,
                    located.option(),
                    nesting(located.expression()) + " functions deep",
                    "AWS allows " + MAX_NESTING + " nested intrinsic functions",
                    "compute a part of it in a Pass state before");
        }
    }

    /** Adds the paths that emulators do not evaluate as AWS does. */
    public static void portable(Scope scope, Violations violations) {
        for (var state : scope.allStates()) {
            for (var located : LocatedExpression.of(state)) {
                paths(located.expression()).forEach(path -> {
                    var reason = PathSyntax.of(path.text()).notPortable();
                    if (reason != null) {
                        violations.add(
                                located.option(),
                                quoted(path),
                                reason,
                                "select the value in Pass states, step by step");
                    }
                });
            }
        }
    }

    private static void checkSyntax(String option, JsonPath path, Violations violations) {
        var syntax = PathSyntax.of(path.text());
        violations.expect(
                syntax.isValid(),
                option,
                quoted(path),
                syntax.unread() + " is not a step of a path",
                "use a path like $.field, $.list[0] or $$.Execution.Id");
    }

    private static void checkReference(LocatedExpression located, JsonPath path, Violations violations) {
        var syntax = PathSyntax.of(path.text());
        violations.expect(
                syntax.isReference(),
                located.option(),
                quoted(path),
                located.field() + " must select exactly one value",
                "use fields and indexes only");
        violations.expect(
                !(syntax.context() && located.field().equals("ResultPath")),
                located.option(),
                quoted(path),
                "the context object cannot be changed",
                "use a path that begins with $.");
    }

    private static List<JsonPath> paths(Expression expression) {
        return stream(expression).toList();
    }

    private static Stream<JsonPath> stream(Expression expression) {
        if (expression instanceof Intrinsic intrinsic) {
            return intrinsic.arguments().stream()
                    .filter(Expression.class::isInstance)
                    .flatMap(argument -> stream((Expression) argument));
        }
        return Stream.of((JsonPath) expression);
    }

    private static int nesting(Expression expression) {
        return expression instanceof Intrinsic intrinsic
                ? 1
                        + intrinsic.arguments().stream()
                                .filter(Expression.class::isInstance)
                                .mapToInt(argument -> nesting((Expression) argument))
                                .max()
                                .orElse(0)
                : 0;
    }

    private static String quoted(JsonPath path) {
        return '"' + path.text() + '"';
    }
}

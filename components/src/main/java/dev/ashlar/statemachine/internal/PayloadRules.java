package dev.ashlar.statemachine.internal;

import dev.ashlar.core.Violations;
import dev.ashlar.statemachine.Expression;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules for templates: an expression is only evaluated as the value of a key.
 *
 * @see <a href="https://states-language.net/spec.html#payload-template">Amazon States Language: payload templates</a>
 */
final class PayloadRules {

    private PayloadRules() {}

    static void check(Scope.Named state, Violations violations) {
        state.fields().values().forEach((field, value) -> {
            var option = state.name() + "." + LocatedExpression.optionName(field);
            if (value instanceof Payload payload) {
                check(option, payload.template(), violations);
            } else if (field.equals("Result")) {
                rejectExpressions(option, value, violations);
            }
        });
    }

    private static void check(String option, @Nullable Object value, Violations violations) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> {
                violations.expect(
                        !String.valueOf(key).endsWith(".$"),
                        option + "." + key,
                        item,
                        "the suffix .$ is added to the key of an expression",
                        "leave it out, and use JsonPath or Intrinsic as the value");
                check(option + "." + key, item, violations);
            });
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                var at = LocatedExpression.indexed(option, i);
                if (list.get(i) instanceof Expression expression) {
                    violations.add(
                            at,
                            '"' + expression.text() + '"',
                            "the States language does not evaluate an expression in a list",
                            "replace the list by Intrinsic.array(...)");
                } else {
                    check(at, list.get(i), violations);
                }
            }
        }
    }

    private static void rejectExpressions(String option, @Nullable Object value, Violations violations) {
        if (value instanceof Expression expression) {
            violations.add(
                    option,
                    '"' + expression.text() + '"',
                    "the States language does not evaluate an expression in a fixed result",
                    "use PassState.parameters(...)");
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> rejectExpressions(option + "." + key, item, violations));
        } else if (value instanceof List<?> list) {
            list.forEach(item -> rejectExpressions(option, item, violations));
        }
    }
}

package dev.ashlar.statemachine.internal;

import dev.ashlar.statemachine.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An expression and where the caller typed it.
 *
 * @param option the option, such as {@code Lock.parameters.Item.owner}
 * @param field the field of the States language that holds the expression or the template around it
 * @param expression the expression
 */
record LocatedExpression(String option, String field, Expression expression) {

    /** Returns all expressions in the fields of a state. */
    static List<LocatedExpression> of(Scope.Named state) {
        var all = new ArrayList<LocatedExpression>();
        collect(state.name(), state.fields(), all);
        return all;
    }

    private static void collect(String option, Fields fields, List<LocatedExpression> all) {
        fields.values().forEach((field, value) -> {
            if (!(value instanceof String)) {
                collect(option + "." + optionName(field), field, value, all);
            }
        });
    }

    private static void collect(String option, String field, @Nullable Object value, List<LocatedExpression> all) {
        if (value instanceof Expression expression) {
            all.add(new LocatedExpression(option, field, expression));
        } else if (value instanceof Fields fields) {
            collect(option, fields, all);
        } else if (value instanceof Payload payload) {
            collect(option, field, payload.template(), all);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> collect(option + "." + key, field, item, all));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(indexed(option, i), field, list.get(i), all);
            }
        }
    }

    /** Returns an item of a list as messages name it. */
    static String indexed(String option, int index) {
        return option + '[' + index + ']';
    }

    /** Returns a field of the States language as callers type it. */
    static String optionName(String field) {
        if (field.equals("Catch")) {
            return "onError";
        }
        int end = field.endsWith("Seconds") ? field.length() - "Seconds".length() : field.length();
        return Character.toLowerCase(field.charAt(0)) + field.substring(1, Math.max(1, end));
    }
}

package dev.ashlar.statemachine.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ashlar.statemachine.Expression;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Renders states as Amazon States Language. */
public final class Definition {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Definition() {}

    /** Returns the definition as maps and lists. Values that are not JSON are passed on. */
    public static Map<String, @Nullable Object> of(Scope scope) {
        var definition = fields(scope.fields());
        definition.put("StartAt", scope.start());
        var states = new LinkedHashMap<String, @Nullable Object>();
        scope.states().forEach(state -> states.put(state.name(), Collections.unmodifiableMap(fields(state.fields()))));
        definition.put("States", Collections.unmodifiableMap(states));
        return Collections.unmodifiableMap(definition);
    }

    /** Returns the definition as JSON text; throws an exception if it contains a value that is not JSON. */
    public static String text(Scope scope) {
        var definition = of(scope);
        requireJson("", definition);
        return write(definition);
    }

    /** Returns the definition as JSON text, in which an empty text replaces each value that is not JSON. */
    static String knownText(Scope scope) {
        return write(known(of(scope)));
    }

    private static Map<String, @Nullable Object> fields(Fields fields) {
        var rendered = new LinkedHashMap<String, @Nullable Object>();
        fields.values().forEach((field, value) -> rendered.put(field, value(value)));
        return rendered;
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof Fields fields) {
            return Collections.unmodifiableMap(fields(fields));
        }
        if (value instanceof Scope scope) {
            return of(scope);
        }
        if (value instanceof Payload payload) {
            return template(payload.template());
        }
        if (value instanceof Duration duration) {
            return duration.toSeconds();
        }
        if (value instanceof Instant time) {
            return time.toString();
        }
        if (value instanceof List<?> list) {
            return list(list.stream().map(Definition::value).toList());
        }
        return template(value);
    }

    private static @Nullable Object template(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            // Map.of has another order in each process.
            var sorted = new TreeMap<String, @Nullable Object>();
            map.forEach((key, item) -> sorted.put(key + (item instanceof Expression ? ".$" : ""), template(item)));
            return Collections.unmodifiableMap(sorted);
        }
        if (value instanceof List<?> list) {
            var items = new ArrayList<@Nullable Object>();
            list.forEach(item -> items.add(template(item)));
            return list(items);
        }
        return value instanceof Expression expression ? expression.text() : value;
    }

    private static List<@Nullable Object> list(List<@Nullable Object> items) {
        return Collections.unmodifiableList(items);
    }

    private static void requireJson(String at, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> requireJson(at + "/" + key, item));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                requireJson(at + "/" + i, list.get(i));
            }
        } else if (!isJson(value)) {
            throw new IllegalStateException("%s is a %s, which has no JSON text; use definition() and resolve it there"
                    .formatted(at, value == null ? null : value.getClass().getName()));
        }
    }

    private static @Nullable Object known(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            var all = new LinkedHashMap<Object, @Nullable Object>();
            map.forEach((key, item) -> all.put(key, known(item)));
            return all;
        }
        if (value instanceof List<?> list) {
            var all = new ArrayList<@Nullable Object>();
            list.forEach(item -> all.add(known(item)));
            return all;
        }
        return isJson(value) ? value : "";
    }

    private static boolean isJson(@Nullable Object value) {
        return value == null || value instanceof String || value instanceof Boolean || value instanceof Number;
    }

    private static String write(@Nullable Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + value, e);
        }
    }
}

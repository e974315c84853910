package dev.ashlar.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ashlar.core.Violations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads one object of a stack's configuration: each value by its key and type, and at the end whatever nobody asked for.
 * Nothing stops at the first fault; a value that cannot be read is reported and then counts as absent.
 */
final class ConfigReader {

    private final String prefix;
    private final JsonNode object;
    private final Violations violations;
    private final Set<String> known = new LinkedHashSet<>();

    ConfigReader(String prefix, JsonNode object, Violations violations) {
        this.prefix = prefix;
        this.object = object;
        this.violations = violations;
    }

    /** A string; null when absent. A value of another type is reported and then taken by its text. */
    @Nullable
    String text(String key) {
        var text = read(key, JsonNodeType.STRING, "a string", JsonNode::textValue);
        return text == null && object.hasNonNull(key) ? object.get(key).asText() : text;
    }

    /** A number; null when absent. */
    @Nullable
    Double number(String key) {
        return read(key, JsonNodeType.NUMBER, "a number", JsonNode::doubleValue);
    }

    /** A whole number; null when absent. */
    @Nullable
    Integer integer(String key) {
        var number = number(key);
        if (number == null) {
            return null;
        }
        boolean whole = number == Math.rint(number);
        violations.expect(whole, path(key), number, "it counts something", "give a whole number");
        return whole ? number.intValue() : null;
    }

    /** True or false. */
    boolean flag(String key, boolean otherwise) {
        var flag = read(key, JsonNodeType.BOOLEAN, "true or false", JsonNode::booleanValue);
        return flag == null ? otherwise : flag;
    }

    /** One of an enum's constants, written in lower case with hyphens or as the constant. */
    <E extends Enum<E>> E oneOf(String key, Class<E> type, E otherwise) {
        var text = text(key);
        if (text == null) {
            return otherwise;
        }
        for (var constant : type.getEnumConstants()) {
            if (written(constant).equals(text.toLowerCase(Locale.ROOT).replace('_', '-'))) {
                return constant;
            }
        }
        var allowed = Arrays.stream(type.getEnumConstants())
                .map(ConfigReader::written)
                .collect(Collectors.joining(", "));
        violations.add(path(key), text, "there is no such choice", "use one of " + allowed);
        return otherwise;
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A list of strings, in which null is a hole; empty when absent. */
    List<@Nullable String> texts(String key) {
        var node = read(key, JsonNodeType.ARRAY, "a list of strings", Function.identity());
        var texts = new ArrayList<@Nullable String>();
        if (node != null) {
            for (var item : node) {
                violations.expect(
                        item.isTextual() || item.isNull(),
                        "%s[%d]".formatted(path(key), texts.size()),
                        item,
                        "the list holds strings",
                        "quote it");
                texts.add(item.textValue());
            }
        }
        return texts;
    }

    /** An object whose keys are fixed; it reports its own unknown keys. Absent reads as an empty one. */
    <T extends @Nullable Object> T object(String key, Function<ConfigReader, T> read) {
        var node = read(key, JsonNodeType.OBJECT, "an object", Function.identity());
        var reader = new ConfigReader(path(key) + ".", node == null ? MissingNode.getInstance() : node, violations);
        var value = read.apply(reader);
        reader.reportUnknown();
        return value;
    }

    /** An object whose keys are the caller's own, each read with its key; empty when absent. */
    <T> Map<String, T> map(String key, BiFunction<ConfigReader, String, @Nullable T> read) {
        return object(key, reader -> {
            var map = new TreeMap<String, T>();
            reader.object.fieldNames().forEachRemaining(name -> {
                var value = read.apply(reader, name);
                if (value != null) {
                    map.put(name, value);
                }
            });
            return map;
        });
    }

    /** Adds a fault for each key that has a value and was not asked for. */
    void reportUnknown() {
        object.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                violations.add(
                        path(key),
                        abbreviated(object.get(key)),
                        "there is no such option",
                        "remove it, or use one of "
                                + known.stream().map(this::path).collect(Collectors.joining(", ")));
            }
        });
    }

    /** The full name of a key, as the stack file writes it. */
    String path(String key) {
        return prefix + key;
    }

    private <T> @Nullable T read(String key, JsonNodeType type, String expected, Function<JsonNode, T> value) {
        known.add(key);
        var node = object.path(key);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (node.getNodeType() != type) {
            violations.add(path(key), abbreviated(node), "it has to be " + expected, fix(node, type));
            return null;
        }
        return value.apply(node);
    }

    private static String fix(JsonNode got, JsonNodeType wanted) {
        return wanted == JsonNodeType.STRING && got.isValueNode()
                ? "quote it, since YAML reads it as something else"
                : "write it so";
    }

    private static String abbreviated(JsonNode node) {
        var text = node.isTextual() ? node.textValue() : node.toString();
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}

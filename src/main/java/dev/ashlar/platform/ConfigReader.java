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
 * Reads one object of a stack's configuration: each value by its key and type, and finally reports the keys that were
 * not read. It does not stop at the first fault; an invalid value is reported and then counts as absent.
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

    /** Returns a string; null when absent. A value of another type is reported and then read as text. */
    @Nullable
    String text(String key) {
        var text = read(key, JsonNodeType.STRING, "a string", JsonNode::textValue);
        return text == null && object.hasNonNull(key) ? object.get(key).asText() : text;
    }

    /** Returns a number; null when absent. */
    @Nullable
    Double number(String key) {
        return read(key, JsonNodeType.NUMBER, "a number", JsonNode::doubleValue);
    }

    /** Returns a whole number; null when absent. */
    @Nullable
    Integer integer(String key) {
        var number = number(key);
        if (number == null) {
            return null;
        }
        boolean whole = number == Math.rint(number);
        violations.expect(whole, path(key), number, "a whole number is required", "use a whole number");
        return whole ? number.intValue() : null;
    }

    /** Returns true or false; the given default when absent. */
    boolean flag(String key, boolean otherwise) {
        var flag = read(key, JsonNodeType.BOOLEAN, "true or false", JsonNode::booleanValue);
        return flag == null ? otherwise : flag;
    }

    /** Returns an enum constant, written in lower case with hyphens or as in Java; the given default when absent. */
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
        violations.add(path(key), text, "that is not a valid choice", "use one of " + allowed);
        return otherwise;
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns a list of strings that may contain null; empty when absent. */
    List<@Nullable String> texts(String key) {
        var node = read(key, JsonNodeType.ARRAY, "a list of strings", Function.identity());
        var texts = new ArrayList<@Nullable String>();
        if (node != null) {
            for (var item : node) {
                violations.expect(
                        item.isTextual() || item.isNull(),
                        "%s[%d]".formatted(path(key), texts.size()),
                        item,
                        "the list must contain strings",
                        "quote it");
                texts.add(item.textValue());
            }
        }
        return texts;
    }

    /** Reads an object with fixed keys and reports its unknown keys. An absent object is read as an empty one. */
    <T extends @Nullable Object> T object(String key, Function<ConfigReader, T> read) {
        var node = read(key, JsonNodeType.OBJECT, "an object", Function.identity());
        var reader = new ConfigReader(path(key) + ".", node == null ? MissingNode.getInstance() : node, violations);
        var value = read.apply(reader);
        reader.reportUnknown();
        return value;
    }

    /** Reads an object whose keys the user chooses, each value with its key; empty when absent. */
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

    /** Adds a violation for each key that was not read. */
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

    /** Returns the full name of a key, as in the stack file. */
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
            violations.add(path(key), abbreviated(node), "it must be " + expected, fix(node, type));
            return null;
        }
        return value.apply(node);
    }

    private static String fix(JsonNode got, JsonNodeType wanted) {
        return wanted == JsonNodeType.STRING && got.isValueNode()
                ? "quote it, because YAML reads it as another type"
                : "change its type";
    }

    private static String abbreviated(JsonNode node) {
        var text = node.isTextual() ? node.textValue() : node.toString();
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}

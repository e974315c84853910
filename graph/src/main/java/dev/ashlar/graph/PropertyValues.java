package dev.ashlar.graph;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Properties as plain Java values: maps with sorted keys, lists, strings, numbers, booleans. A secret keeps its mark as
 * {@link Secret}; a value that is not known yet is {@link #UNKNOWN}.
 */
public final class PropertyValues {

    /** A value that the engine does not know yet. */
    public static final String UNKNOWN = "[unknown]";

    /** A value that must not be shown. */
    public record Secret(@Nullable Object value) {
        @Override
        public String toString() {
            return "[secret]";
        }
    }

    // The keys and marks of the engine's wire format for property values.
    private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";
    private static final String SECRET_MARK = "1b47061264138c4ac30d75fd1eb44270";
    private static final String OUTPUT_MARK = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
    private static final String UNKNOWN_MARK = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private PropertyValues() {}

    /** Returns all properties of a resource. */
    public static Map<String, Object> of(Struct struct) {
        var map = new TreeMap<String, Object>();
        struct.getFieldsMap().forEach((key, value) -> {
            var plain = of(value);
            if (plain != null) {
                map.put(key, plain);
            }
        });
        return map;
    }

    private static @Nullable Object of(Value value) {
        return switch (value.getKindCase()) {
            case STRING_VALUE -> value.getStringValue().equals(UNKNOWN_MARK) ? UNKNOWN : value.getStringValue();
            case BOOL_VALUE -> value.getBoolValue();
            case NUMBER_VALUE -> number(value.getNumberValue());
            case LIST_VALUE -> list(value);
            case STRUCT_VALUE -> object(value.getStructValue());
            default -> null;
        };
    }

    private static Object number(double number) {
        if (number == Math.rint(number) && Math.abs(number) < Integer.MAX_VALUE) {
            return (int) number;
        }
        return number;
    }

    private static Object list(Value value) {
        var list = new ArrayList<@Nullable Object>();
        value.getListValue().getValuesList().forEach(item -> list.add(of(item)));
        return list;
    }

    private static @Nullable Object object(Struct struct) {
        var mark =
                struct.getFieldsOrDefault(SIGNATURE, Value.getDefaultInstance()).getStringValue();
        return switch (mark) {
            case SECRET_MARK -> new Secret(of(struct.getFieldsOrDefault("value", Value.getDefaultInstance())));
            case OUTPUT_MARK -> struct.containsFields("value") ? of(struct.getFieldsOrThrow("value")) : UNKNOWN;
            default -> of(struct);
        };
    }
}

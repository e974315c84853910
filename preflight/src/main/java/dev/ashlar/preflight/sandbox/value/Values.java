package dev.ashlar.preflight.sandbox.value;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Converts property values between the engine's form and plain Java values. A plain value is a map, list, string, double,
 * boolean, null or {@link #UNKNOWN}. It does not keep the mark of a secret, so it is only read; the engine gets its own
 * value back.
 *
 * <p>The signatures are part of the protocol: "Property values" in Pulumi's developer documentation.
 */
public final class Values {

    /** The plain value of what is known only after an update. */
    public static final Object UNKNOWN = new Object() {
        @Override
        public String toString() {
            return "unknown";
        }
    };

    public static final Value UNKNOWN_VALUE = text("04da6b54-80e4-46f7-96ec-b56ff0331ba9");

    private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";
    private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";
    private static final String OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    private Values() {}

    public static Value text(String value) {
        return Value.newBuilder().setStringValue(value).build();
    }

    public static Value secret(Value value) {
        var wrapper = Struct.newBuilder().putFields(SIGNATURE, text(SECRET)).putFields("value", value);
        return Value.newBuilder().setStructValue(wrapper).build();
    }

    /** Whether the value is secret, or contains a secret at any depth. */
    public static boolean hasSecret(Value value) {
        if (signature(value).equals(SECRET)) {
            return true;
        }
        return switch (value.getKindCase()) {
            case STRUCT_VALUE ->
                value.getStructValue().getFieldsMap().values().stream().anyMatch(Values::hasSecret);
            case LIST_VALUE -> value.getListValue().getValuesList().stream().anyMatch(Values::hasSecret);
            default -> false;
        };
    }

    /** Whether the value is a secret or an output of the protocol, not an object of the resource. */
    public static boolean isWrapped(Value value) {
        return !signature(value).isEmpty();
    }

    public static boolean hasUnknown(@Nullable Object plain) {
        if (plain instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(Values::hasUnknown);
        }
        if (plain instanceof List<?> list) {
            return list.stream().anyMatch(Values::hasUnknown);
        }
        return plain == UNKNOWN;
    }

    public static Map<String, Object> plain(Struct struct) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        struct.getFieldsMap().forEach((name, value) -> map.put(name, plain(value)));
        return PlainJson.object(map);
    }

    public static @Nullable Object plain(Value value) {
        var signature = signature(value);
        if (signature.equals(SECRET) || signature.equals(OUTPUT)) {
            var inner = value.getStructValue().getFieldsMap().get("value");
            return inner == null ? UNKNOWN : plain(inner);
        }
        return switch (value.getKindCase()) {
            case STRING_VALUE -> value.equals(UNKNOWN_VALUE) ? UNKNOWN : value.getStringValue();
            case NUMBER_VALUE -> value.getNumberValue();
            case BOOL_VALUE -> value.getBoolValue();
            case LIST_VALUE -> {
                var list = new ArrayList<@Nullable Object>();
                value.getListValue().getValuesList().forEach(item -> list.add(plain(item)));
                yield list;
            }
            case STRUCT_VALUE -> plain(value.getStructValue());
            case NULL_VALUE, KIND_NOT_SET -> null;
        };
    }

    /** Returns the engine's value of a plain one; all numbers become doubles. */
    public static Value value(@Nullable Object plain) {
        if (plain == null) {
            return Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();
        }
        if (plain == UNKNOWN) {
            return UNKNOWN_VALUE;
        }
        if (plain instanceof Map<?, ?> map) {
            return Value.newBuilder().setStructValue(struct(map)).build();
        }
        if (plain instanceof List<?> list) {
            var values = ListValue.newBuilder();
            list.forEach(item -> values.addValues(value(item)));
            return Value.newBuilder().setListValue(values).build();
        }
        if (plain instanceof Boolean flag) {
            return Value.newBuilder().setBoolValue(flag).build();
        }
        if (plain instanceof Number number) {
            return Value.newBuilder().setNumberValue(number.doubleValue()).build();
        }
        return text(plain.toString());
    }

    public static Struct struct(Map<?, ?> map) {
        var struct = Struct.newBuilder();
        map.forEach((name, value) -> struct.putFields(String.valueOf(name), value(value)));
        return struct.build();
    }

    /** Returns a plain value as a user writes it: strings in quotes, whole numbers without a fraction. */
    public static String shown(@Nullable Object plain) {
        if (plain instanceof String text) {
            return '"' + text + '"';
        }
        if (plain instanceof Double number) {
            return number(number);
        }
        return String.valueOf(plain);
    }

    public static String number(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    private static String signature(Value value) {
        if (!value.hasStructValue()) {
            return "";
        }
        var signature = value.getStructValue().getFieldsMap().get(SIGNATURE);
        return signature == null ? "" : signature.getStringValue();
    }
}

package dev.ashlar.statemachine.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object of the States language, in the order in which they were set. Values are those that
 * callers typed, so that they can be checked before they are rendered: durations, expressions, payloads, and fields and
 * scopes at any depth.
 */
public final class Fields {

    /** No fields. */
    public static final Fields EMPTY = new Fields(Map.of());

    private final Map<String, @Nullable Object> values;

    private Fields(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /** Returns the fields of a state of this type. */
    public static Fields type(String type) {
        return EMPTY.with("Type", type);
    }

    /** Returns the fields with one set; null renders as JSON's null. */
    public Fields with(String field, @Nullable Object value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(field, value);
        return new Fields(Collections.unmodifiableMap(changed));
    }

    /** Returns the fields without one. */
    public Fields without(String field) {
        var changed = new LinkedHashMap<>(values);
        changed.remove(field);
        return new Fields(Collections.unmodifiableMap(changed));
    }

    /** Returns the fields with items added to a list. */
    public Fields adding(String field, List<Fields> items) {
        var all = new ArrayList<>(list(field));
        all.addAll(items);
        return with(field, List.copyOf(all));
    }

    /** Returns whether a field is set, to null or another value. */
    public boolean has(String field) {
        return values.containsKey(field);
    }

    /** Returns the value of a field; null if it is not set. */
    public @Nullable Object get(String field) {
        return values.get(field);
    }

    /** Returns the text of a field; empty if it is not set. */
    public String text(String field) {
        return Objects.toString(values.get(field), "");
    }

    /** Returns whether this is a state of the type. */
    public boolean is(String type) {
        return text("Type").equals(type);
    }

    /** Returns the objects in a list; empty if the field is not set. */
    public List<Fields> list(String field) {
        return values.get(field) instanceof List<?> list
                ? list.stream().map(Fields.class::cast).toList()
                : List.of();
    }

    /** Returns the strings in a list; empty if the field is not set. */
    public List<String> texts(String field) {
        return values.get(field) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Returns all fields. */
    public Map<String, @Nullable Object> values() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fields fields && fields.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}

package dev.ashlar.preflight.sandbox.value;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A path to properties in Pulumi's syntax, such as {@code rules[*].filter.prefix}. {@code [*]} selects every item of a list
 * or map, a number one item, and {@code ["a key"]} a key that is not an identifier.
 */
public record PropertyPath(List<String> segments) {

    private static final String EVERY = "*";

    /** A place that a path matches. */
    public record Place(String path, @Nullable Object value) {}

    public static PropertyPath parse(String text) {
        var segments = new ArrayList<String>();
        var segment = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' || c == '[') {
                flush(segment, segments);
            }
            if (c == '[') {
                int end = text.startsWith("[\"", i) ? text.indexOf("\"]", i) + 1 : text.indexOf(']', i);
                end = end <= 0 ? text.length() : end;
                segments.add(text.substring(i + 1, end).replace("\"", ""));
                i = end;
            } else if (c != '.') {
                segment.append(c);
            }
        }
        flush(segment, segments);
        return new PropertyPath(List.copyOf(segments));
    }

    /** Returns all places that the path matches. A property that is absent from an object is a place with the value null. */
    public List<Place> places(Map<String, Object> object) {
        var places = new ArrayList<Place>();
        collect("", object, 0, places);
        return places;
    }

    /** Returns the value at the first place, or null. */
    @Nullable
    public Object first(Map<String, Object> object) {
        var places = places(object);
        return places.isEmpty() ? null : places.get(0).value();
    }

    /** Whether this path equals the other, contains it or is contained in it; {@code [*]} matches every item. */
    public boolean overlaps(PropertyPath other) {
        for (int i = 0; i < Math.min(segments.size(), other.segments.size()); i++) {
            if (!matches(segments.get(i), other.segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a place is at this path or below it. */
    public boolean covers(PropertyPath place) {
        return segments.size() <= place.segments.size() && overlaps(place);
    }

    public String top() {
        return segments.get(0);
    }

    private void collect(String path, @Nullable Object value, int index, List<Place> places) {
        if (index == segments.size()) {
            places.add(new Place(path, value));
            return;
        }
        if (value == Values.UNKNOWN) {
            return;
        }
        var segment = segments.get(index);
        if (value instanceof Map<?, ?> map) {
            var keys = segment.equals(EVERY) ? map.keySet() : List.of(segment);
            keys.forEach(key -> collect(child(path, String.valueOf(key)), map.get(key), index + 1, places));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (segment.equals(EVERY) || segment.equals(Integer.toString(i))) {
                    collect(path + "[" + i + "]", list.get(i), index + 1, places);
                }
            }
        } else if (value instanceof String text) {
            document(text).ifPresent(document -> collect(path, document, index, places));
        }
    }

    /** Returns the object in a JSON text, such as a policy, so that paths can lead into it. */
    private static Optional<Object> document(String text) {
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(PlainJson.parse(text));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns the path of a member; a key that is not an identifier is quoted. */
    public static String child(String path, String key) {
        if (!key.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            return path + "[\"" + key + "\"]";
        }
        return path.isEmpty() ? key : path + "." + key;
    }

    private static boolean matches(String a, String b) {
        return a.equals(b) || a.equals(EVERY) || b.equals(EVERY);
    }

    private static void flush(StringBuilder segment, List<String> segments) {
        if (segment.length() > 0) {
            segments.add(segment.toString());
            segment.setLength(0);
        }
    }
}

package dev.ashlar.preflight.sandbox.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as plain maps, lists, strings, doubles and booleans. It uses the streaming parser, since data binding would add
 * a fifth of a second to each start of the provider.
 */
public final class PlainJson {

    private static final String RESOURCES = "/dev/ashlar/preflight/sandbox/";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private PlainJson() {}

    /** Returns the value of a text that is exactly one JSON value. */
    public static @Nullable Object parse(String text) throws IOException {
        try (var parser = FACTORY.createParser(text)) {
            return parse(parser);
        }
    }

    /** Whether a text is one JSON value. */
    public static boolean isJson(String text) {
        try {
            parse(text);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the object in a resource of the sandbox, such as {@code tables/sqs.json}, which must exist. */
    public static Map<String, Object> resource(String name) {
        try (InputStream stream = PlainJson.class.getResourceAsStream(RESOURCES + name)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            try (var parser = FACTORY.createParser(stream)) {
                return object(parse(parser));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /** Whether the sandbox has a resource. */
    public static boolean hasResource(String name) {
        return PlainJson.class.getResource(RESOURCES + name) != null;
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    public static List<Object> list(@Nullable Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }

    /**
     * Returns the text of a member that an object must have.
     *
     * @throws IllegalStateException if the member is missing or not text
     */
    public static String text(Map<String, Object> object, String member) {
        if (object.get(member) instanceof String text) {
            return text;
        }
        throw new IllegalStateException("no text \"" + member + "\" in " + object);
    }

    public static List<String> strings(@Nullable Object value) {
        return list(value).stream().map(String.class::cast).toList();
    }

    private static @Nullable Object parse(JsonParser parser) throws IOException {
        parser.nextToken();
        var value = value(parser);
        if (parser.nextToken() != null) {
            throw new IOException("more than one JSON value");
        }
        return value;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        var token = parser.currentToken();
        if (token == null) {
            throw new IOException("no JSON value");
        }
        return switch (token) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> items(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IOException("not a JSON value: " + token);
        };
    }

    private static Map<String, Object> members(JsonParser parser) throws IOException {
        var members = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return object(members);
    }

    private static List<Object> items(JsonParser parser) throws IOException {
        var items = new ArrayList<@Nullable Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return list(items);
    }
}

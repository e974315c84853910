package dev.ashlar.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stack's configuration as the engine passes it: all values as text, with objects and lists as JSON.
 * {@link com.pulumi.Config} returns the values of known keys only; to find unknown keys, all of them are needed.
 */
final class StackConfig {

    /** The namespace of the program's keys: the project's name. */
    static final String NAMESPACE = "ashlar:";

    // The engine passes the whole configuration in it, to programs in every language.
    private static final String VARIABLE = "PULUMI_CONFIG";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private StackConfig() {}

    /** Returns the configuration of the running stack, the program's keys only. */
    static ObjectNode ofRunningStack() {
        return parse(System.getenv(VARIABLE));
    }

    /**
     * Returns the environment that makes other programs use the credentials profile of the running stack's provider.
     */
    static Map<String, String> awsEnvironment() {
        return awsEnvironment(System.getenv(VARIABLE));
    }

    static Map<String, String> awsEnvironment(@Nullable String json) {
        var profile = all(json).path("aws:profile").asText();
        return profile.isEmpty() ? Map.of() : Map.of("AWS_PROFILE", profile);
    }

    /** Parses the engine's JSON; null counts as no configuration. */
    static ObjectNode parse(@Nullable String json) {
        var own = MAPPER.createObjectNode();
        all(json).properties().forEach(entry -> {
            if (entry.getKey().startsWith(NAMESPACE)) {
                own.set(
                        entry.getKey().substring(NAMESPACE.length()),
                        value(entry.getValue().asText()));
            }
        });
        return own;
    }

    private static JsonNode all(@Nullable String json) {
        if (json == null || json.isEmpty()) {
            return MAPPER.createObjectNode();
        }
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the engine's configuration is not valid JSON", e);
        }
    }

    // Of the plain values only true and false have a type; numbers cannot be distinguished from text here.
    private static JsonNode value(String text) {
        if (text.equals("true") || text.equals("false")) {
            return BooleanNode.valueOf(Boolean.parseBoolean(text));
        }
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return TextNode.valueOf(text);
        }
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }
}

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
 * A stack's configuration as the engine hands it over: all values as text, of which objects and lists are JSON.
 * {@link com.pulumi.Config} answers for keys that one knows; to find keys that nobody knows, all of them are needed.
 */
final class StackConfig {

    /** The namespace of the program's own keys: the project's name. */
    static final String NAMESPACE = "ashlar:";

    // How the engine passes the whole configuration to a program, whatever its language.
    private static final String VARIABLE = "PULUMI_CONFIG";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private StackConfig() {}

    /** The configuration of the running stack, the program's own keys only. */
    static ObjectNode ofRunningStack() {
        return parse(System.getenv(VARIABLE));
    }

    /** What tells other programs the profile of credentials that the running stack's provider uses. */
    static Map<String, String> awsEnvironment() {
        return awsEnvironment(System.getenv(VARIABLE));
    }

    static Map<String, String> awsEnvironment(@Nullable String json) {
        var profile = all(json).path("aws:profile").asText();
        return profile.isEmpty() ? Map.of() : Map.of("AWS_PROFILE", profile);
    }

    /** Reads the engine's JSON; null counts as no configuration. */
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
            throw new IllegalStateException("the engine's configuration is no JSON", e);
        }
    }

    // Of the plain values only true and false have a type; YAML's numbers cannot be told from text here.
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

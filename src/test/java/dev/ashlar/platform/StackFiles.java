package dev.ashlar.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Stack files as the engine passes them to a program: all values as text, with objects and lists as JSON. */
final class StackFiles {

    /** The project's folder, which is the module's parent. */
    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private static final ObjectMapper JSON = new ObjectMapper();

    private StackFiles() {}

    /** Returns the configuration of a stack of the project. */
    static ObjectNode config(String stack) {
        try {
            var file = new YAMLMapper()
                    .readTree(PROJECT.resolve("Pulumi.%s.yaml".formatted(stack)).toFile());
            var engine = JSON.createObjectNode();
            file.get("config")
                    .properties()
                    .forEach(entry -> engine.put(
                            entry.getKey(),
                            entry.getValue().isValueNode()
                                    ? entry.getValue().asText()
                                    : entry.getValue().toString()));
            return StackConfig.parse(engine.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the configuration of a stack, with the sandbox as its target. */
    static ObjectNode sandboxed(String stack) {
        return config(stack).put("target", "sandbox");
    }
}

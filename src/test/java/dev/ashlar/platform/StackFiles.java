package dev.ashlar.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Stack files as the engine hands them to a program: all values as text, of which objects and lists are JSON. */
final class StackFiles {

    /** The project's folder: the module's parent. */
    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private static final ObjectMapper JSON = new ObjectMapper();

    private StackFiles() {}

    /** The configuration of one of the project's stacks. */
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

    /** The same, run in the sandbox. */
    static ObjectNode sandboxed(String stack) {
        return config(stack).put("target", "sandbox");
    }
}

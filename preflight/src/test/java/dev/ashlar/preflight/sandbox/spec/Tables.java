package dev.ashlar.preflight.sandbox.spec;

import dev.ashlar.preflight.sandbox.value.PlainJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The tables as JSON. */
final class Tables {

    private Tables() {}

    /** Returns the file names of all tables, such as {@code sqs.json}. */
    static Stream<String> modules() {
        var folder = Path.of(URI.create(
                Tables.class.getResource("/dev/ashlar/preflight/sandbox/tables").toString()));
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns all resource types. */
    static Stream<String> types() {
        return modules().flatMap(module -> types(module).keySet().stream());
    }

    /** Returns all functions. */
    static Stream<String> functions() {
        return modules().flatMap(module -> PlainJson.object(table(module).get("functions")).keySet().stream());
    }

    static Map<String, Object> table(String module) {
        return PlainJson.resource("tables/" + module);
    }

    static Map<String, Object> types(String module) {
        return PlainJson.object(table(module).get("types"));
    }

    /** Returns the entry of a resource type. */
    static Map<String, Object> type(String type) {
        return PlainJson.object(types(type.split("[:/]", -1)[1] + ".json").get(type));
    }
}

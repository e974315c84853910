package dev.ashlar.preflight.sandbox.spec;

import dev.ashlar.preflight.sandbox.value.KnownKeys;
import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.RejectedException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The specs of all resource types and functions. There is one table for each module of the SDK, such as
 * {@code tables/sqs.json} for {@code aws:sqs/…}, read when its first resource or function is needed.
 */
public final class ResourceSpecs {

    private final Map<String, Map<String, Object>> modules = new ConcurrentHashMap<>();
    private final Map<String, Optional<ResourceSpec>> types = new ConcurrentHashMap<>();

    /**
     * Returns the spec of a resource type.
     *
     * @throws RejectedException if there is none, with the file to add it to
     */
    public ResourceSpec type(String type) {
        return types.computeIfAbsent(type, key -> entry(key, "types").map(entry -> ResourceSpec.read(key, entry)))
                .orElseThrow(() -> missing(type));
    }

    /**
     * Returns the spec of a function.
     *
     * @throws RejectedException if there is none, with the file to add it to
     */
    public FunctionSpec function(String token) {
        return entry(token, "functions")
                .map(entry -> FunctionSpec.read(token, entry))
                .orElseThrow(() -> missing(token));
    }

    private Optional<Map<String, Object>> entry(String token, String section) {
        var module = modules.computeIfAbsent(module(token), ResourceSpecs::read);
        return Optional.ofNullable(PlainJson.object(module.get(section)).get(token))
                .map(PlainJson::object);
    }

    private static Map<String, Object> read(String module) {
        var file = file(module);
        if (!PlainJson.hasResource(file)) {
            return Map.of();
        }
        var json = PlainJson.resource(file);
        KnownKeys.require(file, json, "types", "functions");
        return json;
    }

    private static RejectedException missing(String token) {
        return new RejectedException("the sandbox has no entry for " + token
                + "; add it to preflight/src/main/resources/dev/ashlar/preflight/sandbox/" + file(module(token)));
    }

    private static String file(String module) {
        return "tables/" + module + ".json";
    }

    /** Returns {@code sqs} of {@code aws:sqs/queue:Queue}; letters and digits only, since it is part of a file name. */
    private static String module(String token) {
        var parts = token.split("[:/]", -1);
        return parts.length > 1 ? parts[1].replaceAll("[^A-Za-z0-9]", "") : "index";
    }
}

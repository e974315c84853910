package dev.ashlar.preflight.sandbox.spec;

import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.RejectedException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the sandbox knows of AWS beyond the SDK: one file for each module of the SDK, {@code tables/sqs.json} for
 * {@code aws:sqs/…}, read when its first resource or function is asked for.
 */
public final class ResourceSpecs {

    private final Map<String, Map<String, Object>> modules = new ConcurrentHashMap<>();
    private final Map<String, Optional<ResourceSpec>> types = new ConcurrentHashMap<>();

    /** The table of a resource type, or a refusal that says where to add it. */
    public ResourceSpec type(String type) {
        return types.computeIfAbsent(type, key -> entry(key, "types").map(entry -> ResourceSpec.read(key, entry)))
                .orElseThrow(() -> missing(type));
    }

    /** The result of a function as its table gives it, or a refusal that says where to add it. */
    public Map<String, Object> function(String token) {
        return entry(token, "functions").orElseThrow(() -> missing(token));
    }

    private Optional<Map<String, Object>> entry(String token, String section) {
        var module = modules.computeIfAbsent(module(token), ResourceSpecs::read);
        return Optional.ofNullable(PlainJson.object(module.get(section)).get(token))
                .map(PlainJson::object);
    }

    private static Map<String, Object> read(String module) {
        return PlainJson.hasResource(file(module)) ? PlainJson.resource(file(module)) : Map.of();
    }

    private static RejectedException missing(String token) {
        return new RejectedException("the sandbox has no entry for " + token
                + "; add it to preflight/src/main/resources/dev/ashlar/preflight/sandbox/" + file(module(token)));
    }

    private static String file(String module) {
        return "tables/" + module + ".json";
    }

    /** {@code sqs} of {@code aws:sqs/queue:Queue}; letters and digits only, since it becomes a file's name. */
    private static String module(String token) {
        var parts = token.split("[:/]", -1);
        return parts.length > 1 ? parts[1].replaceAll("[^A-Za-z0-9]", "") : "index";
    }
}

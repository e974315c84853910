package dev.ashlar.core;

import java.util.Map;
import java.util.TreeMap;

/**
 * The tags of a component's resources: what the caller gave, and {@code Name}, which the AWS console shows. Tags that all
 * resources of a stack share belong to the provider's {@code defaultTags}.
 */
public final class Tags {

    private Tags() {}

    /** The caller's tags and the resource's name; a {@code Name} that the caller gave is kept. */
    public static Map<String, String> named(String resourceName, Map<String, String> tags) {
        var all = new TreeMap<>(Map.of("Name", resourceName));
        all.putAll(tags);
        return all;
    }
}

package dev.ashlar.preflight.sandbox.state;

import dev.ashlar.preflight.sandbox.value.PlainJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The account and region of a sandbox, with the facts that follow from them.
 *
 * @param variables the facts that templates refer to with an at-sign: {@code @region}, {@code @partition}, {@code @account} …
 * @param zones the availability zones of the region
 * @param defaultTags the tags that the provider adds to every resource
 */
public record Cloud(Map<String, String> variables, List<Zone> zones, Map<String, String> defaultTags) {

    /** The account of every sandbox. AWS does not assign this number. */
    public static final String ACCOUNT = "000000000000";

    /** An availability zone: its name, and its id, which is the same in all accounts. */
    public record Zone(String name, String id) {}

    /** Returns the cloud of a provider that is not configured yet. */
    public static Cloud unconfigured() {
        return new Cloud(Map.of(), List.of(), Map.of());
    }

    /** Returns the cloud of a region; empty if it is not in {@code regions.json}. */
    public static Optional<Cloud> of(String region, Map<String, String> defaultTags) {
        var regions = PlainJson.resource("regions.json");
        return Optional.ofNullable(PlainJson.object(regions.get("regions")).get(region))
                .map(PlainJson::object)
                .map(entry -> of(region, entry, PlainJson.object(regions.get("partitions")), defaultTags));
    }

    public String region() {
        return variables.getOrDefault("region", "");
    }

    private static Cloud of(
            String region, Map<String, Object> entry, Map<String, Object> partitions, Map<String, String> defaultTags) {
        var variables = new HashMap<String, String>();
        var partition = (String) entry.getOrDefault("partition", "aws");
        PlainJson.object(partitions.get(partition)).forEach((name, value) -> variables.put(name, (String) value));
        entry.forEach((name, value) -> {
            if (value instanceof String text) {
                variables.put(name, text);
            }
        });
        variables.put("partition", partition);
        variables.put("region", region);
        variables.put("account", ACCOUNT);
        var zones = PlainJson.object(entry.get("zones")).entrySet().stream()
                .map(zone -> new Zone(region + zone.getKey(), (String) zone.getValue()))
                .toList();
        zones.forEach(zone -> {
            variables.put("zoneId/" + zone.name(), zone.id());
            variables.put("zoneName/" + zone.id(), zone.name());
        });
        return new Cloud(Map.copyOf(variables), zones, defaultTags);
    }
}

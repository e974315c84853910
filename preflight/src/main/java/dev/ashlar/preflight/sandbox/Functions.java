package dev.ashlar.preflight.sandbox;

import com.google.protobuf.Struct;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;

/** The functions that programs call: what the tables say, and the few whose answer is a list or needs computing. */
final class Functions {

    private static final Set<String> ZONE_FILTERS = Set.of("state", "excludeNames", "excludeZoneIds");

    private final PropertyModel model;
    private final Tables tables;
    private final Cloud cloud;

    Functions(PropertyModel model, Tables tables, Cloud cloud) {
        this.model = model;
        this.tables = tables;
        this.cloud = cloud;
    }

    InvokeResponse invoke(InvokeRequest request) {
        var token = request.getTok();
        var table = tables.function(token);
        var arguments = Values.plain(request.getArgs());
        var response = InvokeResponse.newBuilder();
        var faults = model.arguments(token)
                .map(shape -> new Checker(model).check(arguments, shape))
                .orElse(List.of());
        if (!faults.isEmpty()) {
            faults.forEach(fault -> response.addFailures(fault.failure(request.getArgs())));
            return response.build();
        }
        return response.setReturn(Struct.newBuilder()
                        .putAllFields(
                                Values.struct(result(token, table, arguments)).getFieldsMap()))
                .build();
    }

    private Map<String, @Nullable Object> result(
            String token, Map<String, Object> table, Map<String, Object> arguments) {
        var result = new LinkedHashMap<String, @Nullable Object>(arguments);
        var source = new ArgumentSource(arguments, cloud, new Incarnation(token + arguments, 0, Clock.systemUTC()));
        Json.object(table.get("result")).forEach((name, value) -> result.putIfAbsent(name, filled(value, source)));
        if (Boolean.TRUE.equals(table.get("listsZones"))) {
            result.putAll(zones(arguments));
        }
        return result;
    }

    private Map<String, Object> zones(Map<String, Object> arguments) {
        arguments.keySet().stream()
                .filter(name -> !ZONE_FILTERS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new RefusedException("the sandbox lists zones without the argument " + name);
                });
        var zones = cloud.zones().stream()
                .filter(zone -> !Json.list(arguments.get("excludeNames")).contains(zone.name()))
                .filter(zone -> !Json.list(arguments.get("excludeZoneIds")).contains(zone.id()))
                .toList();
        return Map.of(
                "names", zones.stream().map(Cloud.Zone::name).toList(),
                "zoneIds", zones.stream().map(Cloud.Zone::id).toList());
    }

    private static @Nullable Object filled(@Nullable Object value, Template.Source source) {
        if (value instanceof String text) {
            return Template.parse(text).fill(source);
        }
        if (value instanceof List<?> list) {
            var items = new ArrayList<@Nullable Object>();
            list.forEach(item -> items.add(filled(item, source)));
            return items;
        }
        return value;
    }
}

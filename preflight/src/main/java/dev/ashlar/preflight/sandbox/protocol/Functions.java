package dev.ashlar.preflight.sandbox.protocol;

import dev.ashlar.preflight.sandbox.model.Checker;
import dev.ashlar.preflight.sandbox.model.PropertyModel;
import dev.ashlar.preflight.sandbox.model.RequiredOutputs;
import dev.ashlar.preflight.sandbox.spec.FunctionSpec;
import dev.ashlar.preflight.sandbox.spec.ResourceSpecs;
import dev.ashlar.preflight.sandbox.spec.Template;
import dev.ashlar.preflight.sandbox.state.Cloud;
import dev.ashlar.preflight.sandbox.state.GeneratedValues;
import dev.ashlar.preflight.sandbox.state.MapSource;
import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.RejectedException;
import dev.ashlar.preflight.sandbox.value.Values;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;

/** Answers the functions that programs call, from their specs or, for zones and passwords, by computing the result. */
public final class Functions {

    /** All zones of the sandbox are available and need no opt-in, so the filters for that have no effect. */
    private static final Set<String> ZONE_ARGUMENTS = Set.of("state", "filters", "excludeNames", "excludeZoneIds");

    private final PropertyModel model;
    private final ResourceSpecs specs;
    private final Cloud cloud;
    private final Map<String, Map<String, Object>> states;
    private final RandomGenerator random;

    /**
     * Creates the functions of one cloud.
     *
     * @param states the states of the resources in this run, by ARN
     */
    public Functions(
            PropertyModel model,
            ResourceSpecs specs,
            Cloud cloud,
            Map<String, Map<String, Object>> states,
            RandomGenerator random) {
        this.model = model;
        this.specs = specs;
        this.cloud = cloud;
        this.states = states;
        this.random = random;
    }

    public InvokeResponse invoke(InvokeRequest request) {
        var token = request.getTok();
        var spec = specs.function(token);
        var arguments = Values.plain(request.getArgs());
        var response = InvokeResponse.newBuilder();
        var violations = model.arguments(token)
                .map(shape -> new Checker(model).check(arguments, shape))
                .orElse(List.of());
        if (!violations.isEmpty()) {
            violations.forEach(violation -> response.addFailures(violation.failure(request.getArgs())));
            return response.build();
        }
        var result = Values.struct(result(token, spec, arguments));
        return response.setReturn(new RequiredOutputs(model)
                        .complete(result, model.result(token).orElseThrow()))
                .build();
    }

    private Map<String, Object> result(String token, FunctionSpec spec, Map<String, Object> arguments) {
        var result = new LinkedHashMap<String, Object>(arguments);
        var source = new MapSource(result, cloud, new GeneratedValues(token + arguments, 0, Clock.systemUTC()));
        var reads = spec.reads();
        if (reads != null) {
            copyState(token, reads.fill(source), result);
        }
        spec.conditionalResults().stream()
                .filter(conditional -> conditional.condition().holds(arguments, arguments))
                .forEach(conditional -> fill(result, conditional.values(), source));
        fill(result, spec.result(), source);
        if (spec.listsZones()) {
            result.putAll(zones(arguments));
        }
        if (spec.makesPassword()) {
            result.put("randomPassword", Password.generate(arguments, random));
        }
        return result;
    }

    private static void fill(Map<String, Object> result, Map<String, Object> templates, Template.Source source) {
        templates.forEach((name, value) -> {
            if (!result.containsKey(name)) {
                result.put(name, filled(value, source));
            }
        });
    }

    /** Adds the state of a resource that was created or compared in this run. */
    private void copyState(String token, String arn, Map<String, Object> result) {
        var state = states.getOrDefault(arn, Map.of());
        model.result(token).map(model::properties).orElseThrow().keySet().stream()
                .filter(name -> state.containsKey(name) && !name.equals("id"))
                .forEach(name -> result.putIfAbsent(name, state.get(name)));
    }

    private Map<String, Object> zones(Map<String, Object> arguments) {
        arguments.keySet().stream()
                .filter(name -> !ZONE_ARGUMENTS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new RejectedException(
                            "the sandbox does not support the argument " + name + " of getAvailabilityZones");
                });
        var zones = cloud.zones().stream()
                .filter(zone -> !PlainJson.list(arguments.get("excludeNames")).contains(zone.name()))
                .filter(zone -> !PlainJson.list(arguments.get("excludeZoneIds")).contains(zone.id()))
                .toList();
        return Map.of(
                "names", zones.stream().map(Cloud.Zone::name).toList(),
                "zoneIds", zones.stream().map(Cloud.Zone::id).toList());
    }

    private static Object filled(Object value, Template.Source source) {
        if (value instanceof String text) {
            return Template.parse(text).fill(source);
        }
        return value instanceof List<?> list
                ? list.stream().map(item -> filled(item, source)).toList()
                : value;
    }
}

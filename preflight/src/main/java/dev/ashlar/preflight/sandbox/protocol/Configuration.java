package dev.ashlar.preflight.sandbox.protocol;

import com.google.protobuf.Struct;
import dev.ashlar.preflight.sandbox.model.PropertyModel;
import dev.ashlar.preflight.sandbox.state.Cloud;
import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.RejectedException;
import dev.ashlar.preflight.sandbox.value.Suggestion;
import dev.ashlar.preflight.sandbox.value.Values;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.PropertyDiff;

/**
 * Checks and compares the configuration of the provider. The sandbox uses only the region and the default tags. It accepts
 * credentials, endpoints and allowed accounts without using them, so that a stack for AWS needs no changes.
 */
public final class Configuration {

    private final PropertyModel model;

    public Configuration(PropertyModel model) {
        this.model = model;
    }

    public CheckResponse check(CheckRequest request) {
        var response = CheckResponse.newBuilder().setInputs(request.getNews());
        var known = model.properties(model.configuration()).keySet();
        for (var name : request.getNews().getFieldsMap().keySet()) {
            if (!known.contains(name) && !name.equals("version") && !name.startsWith("__")) {
                var reason = "unknown provider option" + Suggestion.of(name, known);
                response.addFailures(CheckFailure.newBuilder().setProperty(name).setReason(reason));
            }
        }
        regionViolation(Values.plain(request.getNews()).get("region"))
                .ifPresent(reason -> response.addFailures(
                        CheckFailure.newBuilder().setProperty("region").setReason(reason)));
        return response.build();
    }

    /** Returns the difference. A change of the region replaces the provider and every resource that it created. */
    public DiffResponse diff(DiffRequest request) {
        var olds = Values.plain(request.hasOldInputs() ? request.getOldInputs() : request.getOlds());
        var news = Values.plain(request.getNews());
        var names = new TreeSet<>(olds.keySet());
        names.addAll(news.keySet());
        var response = DiffResponse.newBuilder().setHasDetailedDiff(true);
        for (var name : names) {
            if (!Objects.equals(olds.get(name), news.get(name))) {
                var replaces = name.equals("region");
                response.addDiffs(name);
                response.putDetailedDiff(name, kind(olds.containsKey(name), news.containsKey(name), replaces));
                if (replaces) {
                    response.addReplaces(name);
                }
            }
        }
        return response.setChanges(
                        response.getDiffsCount() == 0
                                ? DiffResponse.DiffChanges.DIFF_NONE
                                : DiffResponse.DiffChanges.DIFF_SOME)
                .build();
    }

    /** Returns the cloud of a checked configuration. */
    public static Cloud cloud(Struct arguments) {
        var plain = Values.plain(arguments);
        var region = String.valueOf(plain.get("region"));
        return Cloud.of(region, defaultTags(plain.get("defaultTags")))
                .orElseThrow(() -> new RejectedException(
                        regionViolation(plain.get("region")).orElseThrow()));
    }

    private static Optional<String> regionViolation(@Nullable Object region) {
        if (region == null || region.equals("")) {
            return Optional.of("the sandbox needs a region; set it with: pulumi config set aws:region eu-central-1");
        }
        if (region == Values.UNKNOWN
                || Cloud.of(String.valueOf(region), Map.of()).isPresent()) {
            return Optional.empty();
        }
        var known = new TreeSet<>(
                PlainJson.object(PlainJson.resource("regions.json").get("regions"))
                        .keySet());
        return Optional.of(
                "the sandbox does not support the region \"" + region + "\"; it supports " + String.join(", ", known));
    }

    /** The engine sends nested provider options as JSON text. */
    private static Map<String, String> defaultTags(@Nullable Object option) {
        var tags = new LinkedHashMap<String, String>();
        try {
            var parsed = option instanceof String text ? PlainJson.parse(text) : option;
            PlainJson.object(PlainJson.object(parsed).get("tags"))
                    .forEach((key, value) -> tags.put(key, String.valueOf(value)));
        } catch (IOException e) {
            throw new RejectedException("defaultTags is not JSON: " + e.getMessage());
        }
        return tags;
    }

    private static PropertyDiff kind(boolean before, boolean after, boolean replaces) {
        return PropertyDiff.newBuilder()
                .setKind(Differ.kind(before, after, replaces))
                .setInputDiff(true)
                .build();
    }
}

package dev.ashlar.preflight.sandbox.spec;

import dev.ashlar.preflight.sandbox.value.KnownKeys;
import dev.ashlar.preflight.sandbox.value.PlainJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a function returns.
 *
 * @param reads the ARN of the resource of this run whose state it returns; null if it reads none
 * @param conditionalResults templates that take precedence while their condition on the arguments holds
 * @param result templates by the name of the property
 * @param listsZones whether it also returns the availability zones
 * @param makesPassword whether it also returns a random password
 */
public record FunctionSpec(
        @Nullable Template reads,
        List<ConditionalOutputs> conditionalResults,
        Map<String, Object> result,
        boolean listsZones,
        boolean makesPassword) {

    static FunctionSpec read(String token, Map<String, Object> json) {
        KnownKeys.require(token, json, "reads", "resultWhen", "result", "listsZones", "makesPassword");
        return new FunctionSpec(
                json.get("reads") instanceof String arn ? Template.parse(arn) : null,
                PlainJson.list(json.get("resultWhen")).stream()
                        .map(entry -> ConditionalOutputs.read(entry, "result"))
                        .toList(),
                PlainJson.object(json.get("result")),
                Boolean.TRUE.equals(json.get("listsZones")),
                Boolean.TRUE.equals(json.get("makesPassword")));
    }
}

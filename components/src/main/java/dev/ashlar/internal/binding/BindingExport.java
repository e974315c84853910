package dev.ashlar.internal.binding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.pulumi.core.Output;
import com.pulumi.exceptions.RunException;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Binding;
import dev.ashlar.core.NetworkPath;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.core.SecretReference;
import dev.ashlar.internal.aws.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a binding as an output of the stack that owns the provider, and reads it in the stack that uses it. */
public final class BindingExport {

    private BindingExport() {}

    /** Returns a binding as JSON text. */
    public static Output<String> write(Binding binding) {
        var document = new LinkedHashMap<String, Object>();
        document.put("provider", binding.provider());
        document.put("access", binding.access());
        document.put("environment", binding.environment());
        document.put("secrets", secrets(binding));
        document.put(
                "statements",
                binding.statements().stream()
                        .map(statement -> Map.of(
                                "actions",
                                statement.actions(),
                                "resources",
                                statement.resources(),
                                "conditions",
                                statement.conditions()))
                        .toList());
        binding.path()
                .ifPresent(path ->
                        document.put("path", Map.of("securityGroupId", path.securityGroupId(), "port", path.port())));
        document.put(
                "services",
                binding.services().stream().map(AwsService::name).sorted().toList());
        if (binding.pausesWhenIdle()) {
            document.put("pausesWhenIdle", true);
        }
        return Json.of(document);
    }

    private static Map<String, Object> secrets(Binding binding) {
        var secrets = new HashMap<String, Object>();
        binding.secrets().forEach((variable, reference) -> {
            var secret = new HashMap<String, Object>();
            secret.put("secretArn", reference.secretArn());
            if (reference.jsonKey() != null) {
                secret.put("jsonKey", reference.jsonKey());
            }
            if (reference.kmsKeyArn() != null) {
                secret.put("kmsKeyArn", reference.kmsKeyArn());
            }
            if (reference.rotates()) {
                secret.put("rotates", true);
            }
            secrets.put(variable, secret);
        });
        return secrets;
    }

    /** Returns the binding that {@link #write} wrote; messages contain {@code origin} as the name of the output. */
    public static Binding read(@Nullable Object value, String origin) {
        try {
            if (value instanceof String text) {
                return read(Json.parse(text));
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new RunException(notABinding(origin), e);
        }
        throw new RunException(notABinding(origin));
    }

    private static String notABinding(String origin) {
        return "%s is not a binding; export one there with context.export(name, binding.export()), and run `pulumi up`."
                .formatted(origin);
    }

    private static Binding read(JsonNode document) {
        var binding = Binding.builder().provider(text(document, "provider")).access(text(document, "access"));
        document.path("environment")
                .properties()
                .forEach(entry -> binding.putEnvironment(
                        entry.getKey(), Output.of(entry.getValue().asText())));
        document.path("secrets")
                .properties()
                .forEach(entry -> binding.putSecrets(entry.getKey(), secret(entry.getValue())));
        document.path("statements")
                .forEach(statement -> binding.addStatements(new PolicyStatement(
                        texts(statement.path("actions")),
                        texts(statement.path("resources")).stream()
                                .map(Output::of)
                                .toList(),
                        conditions(statement.path("conditions")))));
        if (document.has("path")) {
            var path = document.get("path");
            binding.path(new NetworkPath(
                    Output.of(text(path, "securityGroupId")), path.path("port").asInt()));
        }
        binding.pausesWhenIdle(document.path("pausesWhenIdle").asBoolean());
        texts(document.path("services")).forEach(name -> binding.addServices(AwsService.valueOf(name)));
        return binding.build();
    }

    private static Map<String, Map<String, Object>> conditions(JsonNode operators) {
        var conditions = new HashMap<String, Map<String, Object>>();
        for (var operator : operators.properties()) {
            var keys = new HashMap<String, Object>();
            for (var key : operator.getValue().properties()) {
                var value = key.getValue();
                keys.put(key.getKey(), value.isArray() ? texts(value) : value.asText());
            }
            conditions.put(operator.getKey(), keys);
        }
        return conditions;
    }

    private static SecretReference secret(JsonNode secret) {
        return new SecretReference(
                Output.of(text(secret, "secretArn")),
                secret.has("jsonKey") ? text(secret, "jsonKey") : null,
                secret.has("kmsKeyArn") ? Output.of(text(secret, "kmsKeyArn")) : null,
                secret.path("rotates").asBoolean());
    }

    private static String text(JsonNode object, String key) {
        if (!object.path(key).isTextual()) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return object.get(key).textValue();
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}

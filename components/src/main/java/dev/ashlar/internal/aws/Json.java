package dev.ashlar.internal.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes JSON documents whose values can be outputs of resources: policies, container definitions, dashboards. The same
 * input gives the same bytes: keys are sorted, and outputs are resolved before anything is written.
 */
public final class Json {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    private Json() {}

    /**
     * Returns a document as JSON text: maps, lists, strings, numbers and booleans, and outputs of them at any depth.
     */
    public static Output<String> of(Object document) {
        return resolve(document).applyValue(Json::text);
    }

    /** Returns a document without outputs as JSON text. */
    public static String text(Object document) {
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a JSON document: " + document, e);
        }
    }

    /** Returns the parsed document. */
    public static JsonNode parse(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    @SuppressWarnings("unchecked")
    private static Output<Object> resolve(Object value) {
        if (value instanceof Output<?> output) {
            return ((Output<Object>) output).apply(Json::resolve);
        }
        if (value instanceof Map<?, ?> map) {
            var keys = new ArrayList<String>();
            var values = new ArrayList<Output<Object>>();
            map.forEach((key, item) -> {
                keys.add(String.valueOf(key));
                values.add(resolve(item));
            });
            return Output.all(values).applyValue(resolved -> combine(keys, resolved));
        }
        if (value instanceof List<?> list) {
            return Output.all(list.stream().map(Json::resolve).toList()).applyValue(resolved -> resolved);
        }
        return Output.ofNullable(value);
    }

    private static Object combine(List<String> keys, List<Object> values) {
        var map = new TreeMap<String, Object>();
        for (int i = 0; i < keys.size(); i++) {
            map.put(keys.get(i), values.get(i));
        }
        return map;
    }
}

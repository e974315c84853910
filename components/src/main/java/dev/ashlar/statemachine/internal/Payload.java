package dev.ashlar.statemachine.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A template of the States language, in which fields can be expressions.
 *
 * @param template the fields, as the caller typed them
 */
public record Payload(Map<String, ?> template) {

    public Payload {
        template = Collections.unmodifiableMap(new LinkedHashMap<>(template));
    }
}

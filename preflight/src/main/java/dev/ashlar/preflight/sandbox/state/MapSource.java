package dev.ashlar.preflight.sandbox.state;

import dev.ashlar.preflight.sandbox.spec.Template;
import dev.ashlar.preflight.sandbox.value.PropertyPath;
import dev.ashlar.preflight.sandbox.value.Values;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills templates from plain values. */
public record MapSource(Map<String, Object> values, Cloud cloud, GeneratedValues generated) implements Template.Source {

    @Override
    public @Nullable String cloud(String name) {
        return cloud.variables().get(name);
    }

    @Override
    public String generated(String kind) {
        return generated.generate(kind);
    }

    @Override
    public @Nullable String property(String path) {
        var value = PropertyPath.parse(path).first(values);
        return value instanceof Double number ? Values.number(number) : value == null ? null : String.valueOf(value);
    }
}

package dev.ashlar.preflight.sandbox.model;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.ashlar.preflight.sandbox.value.Values;
import java.util.List;
import java.util.Map;

/**
 * Adds the outputs that the SDK requires, at any depth, since it fails on an object without them. Where AWS would return
 * nothing, they are an empty string, zero, false, or an empty list or map.
 */
public final class RequiredOutputs {

    private final PropertyModel model;

    public RequiredOutputs(PropertyModel model) {
        this.model = model;
    }

    public Struct complete(Struct object, Shape.ObjectOf shape) {
        var members = object.toBuilder();
        model.properties(shape).values().forEach(property -> {
            var member = members.getFieldsMap().get(property.name());
            if (member != null) {
                members.putFields(property.name(), complete(member, property.shape()));
            } else if (property.required()) {
                members.putFields(property.name(), empty(property.shape()));
            }
        });
        return members.build();
    }

    private Value complete(Value value, Shape shape) {
        if (shape instanceof Shape.ListOf list && value.hasListValue()) {
            var items = value.getListValue().toBuilder();
            for (int i = 0; i < items.getValuesCount(); i++) {
                items.setValues(i, complete(items.getValues(i), list.item()));
            }
            return Value.newBuilder().setListValue(items).build();
        }
        if (shape instanceof Shape.ObjectOf object && value.hasStructValue() && !Values.isWrapped(value)) {
            return Value.newBuilder()
                    .setStructValue(complete(value.getStructValue(), object))
                    .build();
        }
        return value;
    }

    private Value empty(Shape shape) {
        if (shape instanceof Shape.Flag) {
            return Values.value(false);
        }
        if (shape instanceof Shape.Whole || shape instanceof Shape.Decimal) {
            return Values.value(0);
        }
        if (shape instanceof Shape.ListOf) {
            return Values.value(List.of());
        }
        if (shape instanceof Shape.MapOf) {
            return Values.value(Map.of());
        }
        return shape instanceof Shape.ObjectOf object
                ? Value.newBuilder()
                        .setStructValue(complete(Struct.getDefaultInstance(), object))
                        .build()
                : Values.text("");
    }
}

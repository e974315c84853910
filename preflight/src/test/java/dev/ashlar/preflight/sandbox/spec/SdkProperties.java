package dev.ashlar.preflight.sandbox.spec;

import dev.ashlar.preflight.sandbox.model.PropertyModel;
import dev.ashlar.preflight.sandbox.model.Shape;
import dev.ashlar.preflight.sandbox.value.PropertyPath;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks up paths of the tables in the SDK. */
final class SdkProperties {

    static final PropertyModel MODEL = new PropertyModel();

    private SdkProperties() {}

    /** Whether a type has an input at a path. */
    static boolean isInput(String type, String path) {
        return exists(type, MODEL.inputs(type).orElseThrow(), path);
    }

    /** Whether a type has an input or an output at a path. */
    static boolean isProperty(String type, String path) {
        return isInput(type, path) || exists(type, MODEL.outputs(type).orElseThrow(), path);
    }

    /** Whether a function has an argument or a property of its result at a path. */
    static boolean isOfFunction(String function, String path) {
        return exists(function, MODEL.arguments(function).orElseThrow(), path)
                || exists(function, MODEL.result(function).orElseThrow(), path);
    }

    /** Returns the kind of an input; empty where a path leads into JSON. */
    static Optional<Shape> kindOfInput(String type, String path) {
        Shape shape = MODEL.inputs(type).orElseThrow();
        for (var segment : PropertyPath.parse(path).segments()) {
            var child = child(shape, segment);
            if (child == null) {
                return Optional.empty();
            }
            shape = child;
        }
        return Optional.of(shape);
    }

    private static boolean exists(String type, Shape root, String path) {
        var shape = root;
        for (var segment : PropertyPath.parse(path).segments()) {
            if (shape instanceof Shape.Text) {
                return isDocument(type, path);
            }
            var child = child(shape, segment);
            if (child == null) {
                return false;
            }
            shape = child;
        }
        return true;
    }

    private static @Nullable Shape child(Shape shape, String segment) {
        if (shape instanceof Shape.ListOf list) {
            return segment.matches("[*]|[0-9]+") ? list.item() : null;
        }
        if (shape instanceof Shape.MapOf map) {
            return map.item();
        }
        if (shape instanceof Shape.ObjectOf object) {
            var property = MODEL.properties(object).get(segment);
            return property == null ? null : property.shape();
        }
        return null;
    }

    /** A path may lead into text only where the text must be JSON. */
    private static boolean isDocument(String type, String path) {
        return new ResourceSpecs()
                .type(type).documents().stream().anyMatch(document -> document.covers(PropertyPath.parse(path)));
    }
}

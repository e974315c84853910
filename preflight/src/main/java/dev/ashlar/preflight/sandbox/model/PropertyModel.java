package dev.ashlar.preflight.sandbox.model;

import com.pulumi.core.annotations.CustomType;
import com.pulumi.core.annotations.EnumType;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.core.annotations.ResourceType;
import com.pulumi.resources.InvokeArgs;
import com.pulumi.resources.ResourceArgs;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.annotation.Nullable;

/**
 * The properties of every AWS resource and function, read from the generated SDK. A class is loaded by its name, which
 * follows from the type token, when it is first needed: scanning the 41,000 classes of the SDK would take two seconds.
 */
public final class PropertyModel {

    /** The version of the SDK, and of the AWS provider that it is generated from. */
    public static final String SDK_VERSION = "6.83.0";

    private static final String PACKAGE = "com.pulumi.aws.";

    private final Map<Class<?>, Map<String, Property>> properties = new ConcurrentHashMap<>();
    private final Map<String, Optional<Class<?>>> classes = new ConcurrentHashMap<>();

    /** A property: its name, whether it is required (for an output: always present), and its kind. */
    public record Property(String name, boolean required, Shape shape) {}

    /** Returns the inputs of a resource type such as {@code aws:sqs/queue:Queue}; empty if the SDK does not have it. */
    public Optional<Shape.ObjectOf> inputs(String type) {
        return resource(type)
                .flatMap(resource -> find(resource.getName() + "Args"))
                .map(Shape.ObjectOf::new);
    }

    /** Returns the outputs of a resource type; empty if the SDK does not have it. */
    public Optional<Shape.ObjectOf> outputs(String type) {
        return resource(type).map(Shape.ObjectOf::new);
    }

    /** Returns the arguments of a function such as {@code aws:index/getRegion:getRegion}; empty if it has none. */
    public Optional<Shape.ObjectOf> arguments(String function) {
        return find(function, "inputs", "PlainArgs").map(Shape.ObjectOf::new);
    }

    /** Returns the result of a function; empty if the SDK does not have it. */
    public Optional<Shape.ObjectOf> result(String function) {
        return find(function, "outputs", "Result").map(Shape.ObjectOf::new);
    }

    /** Returns the configuration of the provider. */
    public Shape.ObjectOf configuration() {
        return new Shape.ObjectOf(find(PACKAGE + "ProviderArgs").orElseThrow());
    }

    /** Returns the properties of an object by name, in the order of the SDK. */
    public Map<String, Property> properties(Shape.ObjectOf object) {
        return properties.computeIfAbsent(object.type(), PropertyModel::read);
    }

    private Optional<Class<?>> resource(String type) {
        var token = Token.parse(type);
        return find(PACKAGE + token.packagePrefix() + token.name())
                .filter(found -> found.isAnnotationPresent(ResourceType.class)
                        && found.getAnnotation(ResourceType.class).type().equals(type));
    }

    private Optional<Class<?>> find(String function, String folder, String suffix) {
        var token = Token.parse(function);
        return find(PACKAGE + token.packagePrefix() + folder + "." + token.capitalizedName() + suffix);
    }

    private Optional<Class<?>> find(String className) {
        return classes.computeIfAbsent(className, name -> {
            try {
                return Optional.of(Class.forName(name, false, PropertyModel.class.getClassLoader()));
            } catch (ClassNotFoundException e) {
                return Optional.empty();
            }
        });
    }

    private static Map<String, Property> read(Class<?> type) {
        var read = new LinkedHashMap<String, Property>();
        for (var field : type.getDeclaredFields()) {
            property(type, field).ifPresent(property -> read.put(property.name(), property));
        }
        return read;
    }

    private static Optional<Property> property(Class<?> owner, Field field) {
        var input = field.getAnnotation(Import.class);
        if (input != null) {
            var name = input.name().isEmpty() ? field.getName() : input.name();
            return Optional.of(new Property(name, input.required(), shape(field.getGenericType())));
        }
        var output = field.getAnnotation(Export.class);
        if (output != null) {
            return Optional.of(new Property(output.name(), !isOptional(owner, field), shape(field.getGenericType())));
        }
        if (owner.isAnnotationPresent(CustomType.class) && !Modifier.isStatic(field.getModifiers())) {
            var required = !field.isAnnotationPresent(Nullable.class);
            return Optional.of(new Property(wireName(field.getName()), required, shape(field.getGenericType())));
        }
        return Optional.empty();
    }

    /** Whether an output may be absent, which only the return type of its getter shows. */
    private static boolean isOptional(Class<?> owner, Field field) {
        try {
            return owner.getMethod(field.getName()).getGenericReturnType() instanceof ParameterizedType output
                    && output.getActualTypeArguments()[0] instanceof ParameterizedType inner
                    && inner.getRawType() == Optional.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("no getter for " + field, e);
        }
    }

    /** Returns the name without the underscore that the SDK appends to Java's reserved words. */
    private static String wireName(String fieldName) {
        return fieldName.endsWith("_") ? fieldName.substring(0, fieldName.length() - 1) : fieldName;
    }

    private static Shape shape(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            var arguments = parameterized.getActualTypeArguments();
            return switch (((Class<?>) parameterized.getRawType()).getSimpleName()) {
                case "Output", "Optional" -> shape(arguments[0]);
                case "List" -> new Shape.ListOf(shape(arguments[0]));
                case "Map" -> new Shape.MapOf(shape(arguments[1]));
                case "Either" -> new Shape.Either(shape(arguments[0]), shape(arguments[1]));
                default -> new Shape.Anything();
            };
        }
        return type instanceof Class<?> plain ? shape(plain) : new Shape.Anything();
    }

    private static Shape shape(Class<?> type) {
        if (type == String.class || type.isAnnotationPresent(EnumType.class)) {
            return new Shape.Text();
        }
        if (type == Boolean.class) {
            return new Shape.Flag();
        }
        if (type == Integer.class || type == Long.class) {
            return new Shape.Whole();
        }
        if (type == Double.class) {
            return new Shape.Decimal();
        }
        if (isObject(type)) {
            return new Shape.ObjectOf(type);
        }
        return com.pulumi.resources.Resource.class.isAssignableFrom(type) ? new Shape.Text() : new Shape.Anything();
    }

    private static boolean isObject(Class<?> type) {
        return ResourceArgs.class.isAssignableFrom(type)
                || InvokeArgs.class.isAssignableFrom(type)
                || type.isAnnotationPresent(CustomType.class);
    }

    /** The parts of a token: {@code aws:sqs/queue:Queue}, or {@code aws:index/getRegion:getRegion} for the root module. */
    private record Token(String module, String name) {

        static Token parse(String text) {
            var parts = text.split(":", -1);
            if (parts.length != 3 || !parts[0].equals("aws")) {
                return new Token("", text);
            }
            var module = List.of(parts[1].split("/", -1)).get(0);
            return new Token(module.equals("index") ? "" : module, parts[2]);
        }

        String packagePrefix() {
            return module.isEmpty() ? "" : module + ".";
        }

        String capitalizedName() {
            return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }
    }
}

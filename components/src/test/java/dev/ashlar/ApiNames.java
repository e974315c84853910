package dev.ashlar;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Prints types with their type arguments and nullness. A class has its short name, unless classes of two packages share it.
 * Ambiguity is known only after all types are printed once, so the first result must be discarded.
 */
final class ApiNames {

    /** Precedes the name of a class that users of the API cannot name. */
    static final String HIDDEN = "hidden:";

    private final Map<String, Set<String>> packagesByName = new TreeMap<>();

    String of(Class<?> type) {
        var qualified = type.getCanonicalName();
        var inPackage = type.getPackageName();
        var name = type.isPrimitive() ? qualified : qualified.substring(inPackage.length() + 1);
        var packages = packagesByName.computeIfAbsent(name, any -> new TreeSet<>());
        packages.add(inPackage);
        if (PublicApi.isHidden(type)) {
            return HIDDEN + qualified;
        }
        return packages.size() > 1 ? qualified : name;
    }

    String of(AnnotatedType annotated) {
        var nullable = annotated.isAnnotationPresent(Nullable.class) ? "@Nullable " : "";
        if (annotated instanceof AnnotatedArrayType array) {
            return of(array.getAnnotatedGenericComponentType()) + (nullable.isEmpty() ? "" : " " + nullable) + "[]";
        }
        if (annotated instanceof AnnotatedParameterizedType parameterized) {
            var raw = (Class<?>) ((ParameterizedType) parameterized.getType()).getRawType();
            return nullable + of(raw) + "<" + list(parameterized.getAnnotatedActualTypeArguments()) + ">";
        }
        if (annotated instanceof AnnotatedWildcardType wildcard) {
            return wildcard(wildcard);
        }
        return nullable + of(annotated.getType());
    }

    String list(AnnotatedType[] types) {
        return Arrays.stream(types).map(this::of).collect(Collectors.joining(", "));
    }

    /** Type parameters in angle brackets, with their bounds; empty when there are none. */
    String parameters(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables).map(this::parameter).collect(Collectors.joining(", ", "<", ">"));
    }

    private String parameter(TypeVariable<?> variable) {
        var bounds = bounds(variable.getAnnotatedBounds());
        return bounds.isEmpty() ? variable.getName() : variable.getName() + " extends " + bounds;
    }

    private String wildcard(AnnotatedWildcardType wildcard) {
        if (wildcard.getAnnotatedLowerBounds().length > 0) {
            return "? super " + bounds(wildcard.getAnnotatedLowerBounds());
        }
        var upper = bounds(wildcard.getAnnotatedUpperBounds());
        return upper.isEmpty() ? "?" : "? extends " + upper;
    }

    private String bounds(AnnotatedType[] bounds) {
        return Stream.of(bounds)
                .map(this::of)
                .filter(bound -> !bound.equals("Object"))
                .collect(Collectors.joining(" & "));
    }

    private String of(Type type) {
        return type instanceof Class<?> plain ? of(plain) : type.getTypeName();
    }
}

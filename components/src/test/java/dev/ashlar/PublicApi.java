package dev.ashlar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The API of a folder of classes: public and protected types outside packages named {@code internal}, and their public and
 * protected members. A member of a superclass that users cannot name, such as a generated builder, belongs to the types that
 * inherit it.
 */
final class PublicApi {

    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    private final ApiNames names = new ApiNames();
    private final List<Class<?>> topLevel;

    private PublicApi(List<Class<?>> topLevel) {
        this.topLevel = topLevel;
    }

    static PublicApi of(Path classes) throws IOException {
        try (var files = Files.walk(classes)) {
            return new PublicApi(files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.contains("-info"))
                    .map(file -> file.replace(".class", "").replace('/', '.'))
                    .sorted()
                    .<Class<?>>map(PublicApi::load)
                    .filter(PublicApi::isVisible)
                    .toList());
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicApi.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new UncheckedIOException(new IOException(name, e));
        }
    }

    /** The number of public types that are not nested in another. */
    int types() {
        return topLevel.size();
    }

    /** The number of public methods of all types, nested ones included. */
    long methods() {
        return types(topLevel.stream())
                .flatMap(PublicApi::methods)
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .count();
    }

    /** One line for each type, followed by a line for each of its members, indented. */
    String text() {
        lines().count(); // Registers all names, so that those that two packages share are known.
        return lines().collect(Collectors.joining("\n", "", "\n"));
    }

    private Stream<String> lines() {
        return topLevel.stream()
                .collect(Collectors.groupingBy(Class::getPackageName, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(entry -> Stream.concat(
                        Stream.of("", "package " + entry.getKey()),
                        types(entry.getValue().stream()).flatMap(this::linesOf)));
    }

    private static Stream<Class<?>> types(Stream<Class<?>> types) {
        return types.flatMap(type -> Stream.concat(
                Stream.of(type),
                types(Stream.of(type.getDeclaredClasses())
                        .filter(PublicApi::isVisible)
                        .sorted(Comparator.comparing(Class::getName)))));
    }

    private static boolean isVisible(Class<?> type) {
        var outer = type.getEnclosingClass();
        return !List.of(type.getPackageName().split("\\.", -1)).contains("internal")
                && !type.isSynthetic()
                && (outer == null
                        ? Modifier.isPublic(type.getModifiers())
                        : isVisible(outer) && isVisible(outer, type.getModifiers()));
    }

    /** A protected member of a class that cannot be extended is visible to its own package only. */
    private static boolean isVisible(Class<?> owner, int modifiers) {
        return Modifier.isPublic(modifiers)
                || (Modifier.isProtected(modifiers) && !Modifier.isFinal(owner.getModifiers()));
    }

    private Stream<String> linesOf(Class<?> type) {
        var fields = Stream.of(type.getDeclaredFields()).filter(visibleIn(type)).map(this::line);
        var constructors = Stream.of(type.getDeclaredConstructors())
                .filter(visibleIn(type))
                .map(this::line);
        var methods =
                methods(type).sorted(Comparator.comparing(Method::getName)).map(method -> line(type, method));
        return Stream.of(Stream.of("", "  " + header(type)), fields.sorted(), constructors.sorted(), sorted(methods))
                .flatMap(lines -> lines);
    }

    // By name, then by signature: a method stays in its place when its modifiers or its result change.
    private static Stream<String> sorted(Stream<String> methods) {
        return methods.sorted(Comparator.comparing((String line) -> line.replaceFirst(".*?(\\w+\\()", "$1"))
                .thenComparing(Comparator.naturalOrder()));
    }

    private static <M extends Member> Predicate<M> visibleIn(Class<?> type) {
        return member -> !member.isSynthetic() && isVisible(type, member.getModifiers());
    }

    private static Stream<Method> methods(Class<?> type) {
        var seen = new HashSet<String>();
        return withHiddenSupertypes(type).stream()
                .flatMap(owner -> Stream.of(owner.getDeclaredMethods()))
                .filter(visibleIn(type))
                .filter(method -> !OF_EVERY_OBJECT.contains(method.getName()))
                .filter(method -> !(type.isEnum() && Set.of("values", "valueOf").contains(method.getName())))
                .filter(method -> seen.add(method.getName() + List.of(method.getParameterTypes())));
    }

    private static List<Class<?>> withHiddenSupertypes(Class<?> type) {
        var all = new ArrayList<Class<?>>(List.of(type));
        Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
                .filter(PublicApi::isHidden)
                .map(PublicApi::withHiddenSupertypes)
                .forEach(all::addAll);
        return all;
    }

    /** Whether a class is ours and either not public or in an internal package. */
    static boolean isHidden(Class<?> type) {
        return type.getPackageName().startsWith("dev.ashlar") && !isVisible(type);
    }

    private String header(Class<?> type) {
        var text = new StringBuilder(modifiers(type));
        text.append(kind(type)).append(' ').append(names.of(type)).append(names.parameters(type.getTypeParameters()));
        var superclass = type.getSuperclass();
        if (superclass != null
                && !isHidden(superclass)
                && !Set.of("Object", "Record", "Enum").contains(superclass.getSimpleName())) {
            text.append(" extends ").append(names.of(type.getAnnotatedSuperclass()));
        }
        var interfaces = new ArrayList<AnnotatedType>();
        for (int i = 0; i < type.getInterfaces().length; i++) {
            if (!isHidden(type.getInterfaces()[i])) {
                interfaces.add(type.getAnnotatedInterfaces()[i]);
            }
        }
        if (!interfaces.isEmpty()) {
            text.append(type.isInterface() ? " extends " : " implements ");
            text.append(names.list(interfaces.toArray(AnnotatedType[]::new)));
        }
        return text.toString();
    }

    private static String modifiers(Class<?> type) {
        int modifiers = type.getModifiers();
        return deprecated(type)
                + (Modifier.isProtected(modifiers) ? "protected " : "")
                + (type.isSealed() ? "sealed " : "")
                + (Modifier.isAbstract(modifiers) && !type.isInterface() && !type.isEnum() ? "abstract " : "")
                + (Modifier.isFinal(modifiers) && !type.isRecord() && !type.isEnum() ? "final " : "");
    }

    private static String kind(Class<?> type) {
        if (type.isAnnotation()) {
            return "@interface";
        }
        return type.isInterface() ? "interface" : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
    }

    private String line(Field field) {
        return field.isEnumConstant()
                ? "    " + deprecated(field) + field.getName()
                : "    " + modifiers(field) + names.of(field.getAnnotatedType()) + " " + field.getName();
    }

    private String line(Constructor<?> constructor) {
        return "    " + modifiers(constructor)
                + signature(constructor, constructor.getDeclaringClass().getSimpleName());
    }

    private String line(Class<?> type, Method method) {
        var isDefault = method.isDefault() ? "default " : "";
        var isFinal = Modifier.isFinal(method.getModifiers()) && !Modifier.isFinal(type.getModifiers()) ? "final " : "";
        var parameters = names.parameters(method.getTypeParameters());
        return "    " + modifiers(method) + isDefault + isFinal + parameters + (parameters.isEmpty() ? "" : " ")
                + names.of(method.getAnnotatedReturnType()) + " " + signature(method, method.getName());
    }

    private String signature(Executable executable, String name) {
        var parameters = names.list(executable.getAnnotatedParameterTypes());
        if (executable.isVarArgs()) {
            parameters = parameters.replaceFirst("\\[]$", "...");
        }
        var exceptions = executable.getAnnotatedExceptionTypes();
        return name + "(" + parameters + ")" + (exceptions.length == 0 ? "" : " throws " + names.list(exceptions));
    }

    private static <M extends Member & AnnotatedElement> String modifiers(M member) {
        int modifiers = member.getModifiers();
        return deprecated(member)
                + (Modifier.isProtected(modifiers) ? "protected " : "")
                + (Modifier.isStatic(modifiers) ? "static " : "")
                + (Modifier.isAbstract(modifiers) && !member.getDeclaringClass().isInterface() ? "abstract " : "");
    }

    private static String deprecated(AnnotatedElement element) {
        return element.isAnnotationPresent(Deprecated.class) ? "@Deprecated " : "";
    }
}

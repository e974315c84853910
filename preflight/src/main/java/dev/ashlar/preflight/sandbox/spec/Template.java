package dev.ashlar.preflight.sandbox.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Text with placeholders in braces: a plain name is a property of the resource, a name after an at-sign a fact about
 * the region and account, a kind after a hash a value that AWS generates. Filters may follow, as in
 * <code>loadBalancerArn|replace :loadbalancer/ :listener/</code>.
 */
public final class Template {

    private static final Pattern PLACEHOLDER =
            Pattern.compile("(?<!\\$)\\{([@#]?[A-Za-z][A-Za-z0-9:./_\\[\\]-]*)((?:\\|[^{}|]+)*)}");

    private final String text;
    private final List<Part> parts;

    private Template(String text, List<Part> parts) {
        this.text = text;
        this.parts = parts;
    }

    /** The values of placeholders. */
    public interface Source {

        /** Returns a fact about the region and account; null if there is none of that name. */
        @Nullable
        String cloud(String name);

        /** Returns a generated value of a kind such as {@code hex:17}. */
        String generated(String kind);

        /** Returns a property of the resource as text; null if it is absent. */
        @Nullable
        String property(String path);
    }

    private enum PartKind {
        LITERAL,
        CLOUD,
        GENERATED,
        PROPERTY
    }

    private record Part(PartKind kind, String value, List<TemplateFilter> filters) {

        /** Returns the regular expression of a filled property: whole, changed by filters, or perhaps absent. */
        private String pattern() {
            if (filters.isEmpty()) {
                return "(.+?)";
            }
            return filters.get(0)
                    .prefix()
                    .map(prefix -> "(?:" + Pattern.quote(prefix) + ".*?)?")
                    .orElse(".*?");
        }

        private String fill(Source source) {
            var value =
                    switch (kind) {
                        case LITERAL -> this.value;
                        case CLOUD -> source.cloud(this.value);
                        case GENERATED -> source.generated(this.value);
                        case PROPERTY -> source.property(this.value);
                    };
            var filtered = value == null ? "" : value;
            for (var filter : filters) {
                filtered = filter.apply(filtered, source);
            }
            return filtered;
        }
    }

    /**
     * Reads a template.
     *
     * @throws IllegalStateException if there is no such filter
     */
    public static Template parse(String text) {
        var parts = new ArrayList<Part>();
        var matcher = PLACEHOLDER.matcher(text);
        int end = 0;
        while (matcher.find()) {
            parts.add(literal(text.substring(end, matcher.start())));
            parts.add(placeholder(matcher.group(1), matcher.group(2)));
            end = matcher.end();
        }
        parts.add(literal(text.substring(end)));
        return new Template(text, parts);
    }

    /** Returns the text with its placeholders filled. An absent property is filled with nothing. */
    public String fill(Source source) {
        var filled = new StringBuilder();
        parts.forEach(part -> filled.append(part.fill(source)));
        return filled.toString();
    }

    /** Returns the paths of the properties that the template names. */
    List<String> properties() {
        return values(PartKind.PROPERTY).toList();
    }

    /** Returns the kinds of the generated values that the template names. */
    List<String> generatedKinds() {
        return values(PartKind.GENERATED).toList();
    }

    /** Returns the names of facts about the region that the template looks up, or how those names start. */
    List<String> cloudNames() {
        var prefixes =
                parts.stream().flatMap(part -> part.filters.stream()).flatMap(filter -> filter.cloudPrefix().stream());
        return Stream.concat(values(PartKind.CLOUD), prefixes).toList();
    }

    /** Returns the text between placeholders. */
    List<String> literals() {
        return values(PartKind.LITERAL).toList();
    }

    private Stream<String> values(PartKind kind) {
        return parts.stream().filter(part -> part.kind == kind).map(Part::value);
    }

    /** Returns the properties that a filled text contains unfiltered, such as the name in the URL of a queue. */
    public Map<String, String> read(String filled, Source source) {
        var names = new ArrayList<String>();
        var pattern = new StringBuilder();
        for (var part : parts) {
            if (part.kind == PartKind.PROPERTY) {
                pattern.append(part.pattern());
                if (part.filters.isEmpty()) {
                    names.add(part.value);
                }
            } else {
                pattern.append(part.kind == PartKind.GENERATED ? ".+?" : Pattern.quote(part.fill(source)));
            }
        }
        var matcher = Pattern.compile(pattern.toString()).matcher(filled);
        var found = new HashMap<String, String>();
        if (matcher.matches()) {
            for (int i = 0; i < names.size(); i++) {
                found.put(names.get(i), matcher.group(i + 1));
            }
        }
        return found;
    }

    @Override
    public String toString() {
        return text;
    }

    private static Part literal(String text) {
        return new Part(PartKind.LITERAL, text, List.of());
    }

    private static Part placeholder(String name, String filters) {
        var list = filters.isEmpty()
                ? List.<TemplateFilter>of()
                : Stream.of(filters.substring(1).split("\\|", -1))
                        .map(TemplateFilter::parse)
                        .toList();
        return switch (name.charAt(0)) {
            case '@' -> new Part(PartKind.CLOUD, name.substring(1), list);
            case '#' -> new Part(PartKind.GENERATED, name.substring(1), list);
            default -> new Part(PartKind.PROPERTY, name, list);
        };
    }
}

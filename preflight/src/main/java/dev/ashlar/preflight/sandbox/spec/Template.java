package dev.ashlar.preflight.sandbox.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text of a table with places to fill, each in braces: a plain name is a property of the resource, a name after an
 * at-sign is what the cloud says ({@code Cloud}), a kind after a hash is what AWS makes up ({@code Incarnation}). A
 * value may pass through filters that follow it, as in <code>loadBalancerArn|replace :loadbalancer/ :listener/</code>.
 */
public final class Template {

    private static final Pattern PLACE =
            Pattern.compile("(?<!\\$)\\{([@#]?[A-Za-z][A-Za-z0-9:./_\\[\\]-]*)((?:\\|[^{}|]+)*)}");

    private final String text;
    private final List<Part> parts;

    private Template(String text, List<Part> parts) {
        this.text = text;
        this.parts = parts;
    }

    /** What a template is filled with. */
    public interface Source {

        /** A value of the cloud, by name. */
        @Nullable
        String cloud(String name);

        /** Something made up, by its kind. */
        String generated(String kind);

        /** A property of the resource, as text. */
        @Nullable
        String property(String path);
    }

    /** Literal text (no kind), or a place to fill. */
    private record Part(char kind, String value, List<String> filters) {

        /** What a filled property looks like: whole, changed by filters, or perhaps not there. */
        private String pattern() {
            if (filters.isEmpty()) {
                return "(.+?)";
            }
            var first = filters.get(0);
            return first.startsWith("prefix ")
                    ? "(?:" + Pattern.quote(first.substring("prefix ".length())) + ".*?)?"
                    : ".*?";
        }
    }

    public static Template parse(String text) {
        var parts = new ArrayList<Part>();
        var matcher = PLACE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            parts.add(literal(text.substring(end, matcher.start())));
            parts.add(place(matcher.group(1), matcher.group(2)));
            end = matcher.end();
        }
        parts.add(literal(text.substring(end)));
        return new Template(text, parts);
    }

    /** The filled text; a property that is absent leaves nothing in its place. */
    public String fill(Source source) {
        var filled = new StringBuilder();
        parts.forEach(part -> filled.append(value(part, source)));
        return filled.toString();
    }

    /** The properties that it names. */
    List<String> properties() {
        return parts.stream().filter(part -> part.kind == 'p').map(Part::value).toList();
    }

    /** The properties that a filled text shows, so far as it shows them whole: the name in a queue's URL. */
    public Map<String, String> read(String filled, Source source) {
        var names = new ArrayList<String>();
        var pattern = new StringBuilder();
        for (var part : parts) {
            if (part.kind == 'p') {
                pattern.append(part.pattern());
                if (part.filters.isEmpty()) {
                    names.add(part.value);
                }
            } else {
                pattern.append(part.kind == '#' ? ".+?" : Pattern.quote(value(part, source)));
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
        return new Part(' ', text, List.of());
    }

    private static Part place(String name, String filters) {
        var list = filters.isEmpty()
                ? List.<String>of()
                : List.of(filters.substring(1).split("\\|", -1));
        char first = name.charAt(0);
        return first == '@' || first == '#' ? new Part(first, name.substring(1), list) : new Part('p', name, list);
    }

    private static String value(Part part, Source source) {
        var value =
                switch (part.kind) {
                    case ' ' -> part.value;
                    case '@' -> source.cloud(part.value);
                    case '#' -> source.generated(part.value);
                    default -> source.property(part.value);
                };
        var filtered = Optional.ofNullable(value).orElse("");
        for (var filter : part.filters) {
            filtered = filter(filtered, List.of(filter.split(" ", -1)), source);
        }
        return filtered;
    }

    private static String filter(String value, List<String> words, Source source) {
        return switch (words.get(0)) {
            case "lower" -> value.toLowerCase(Locale.ROOT);
            case "after" ->
                value.contains(words.get(1))
                        ? value.substring(
                                value.lastIndexOf(words.get(1)) + words.get(1).length())
                        : value;
            case "from" -> value.substring(Math.max(0, value.indexOf(words.get(1))));
            case "replace" -> value.replace(words.get(1), words.get(2));
            case "cloud" ->
                Optional.ofNullable(source.cloud(words.get(1) + value)).orElse("");
            case "or" -> value.isEmpty() ? words.get(1) : value;
            case "prefix" -> value.isEmpty() ? value : words.get(1) + value;
            case "then" -> value.isEmpty() ? value : value + words.get(1);
            case "map" ->
                words.stream()
                        .skip(1)
                        .filter(word -> word.startsWith(value + "=") || word.startsWith("*="))
                        .findFirst()
                        .map(word -> word.substring(word.indexOf('=') + 1))
                        .orElse(value);
            default -> throw new IllegalStateException("a template has no filter " + words);
        };
    }
}

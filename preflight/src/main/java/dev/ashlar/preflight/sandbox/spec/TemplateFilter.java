package dev.ashlar.preflight.sandbox.spec;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A change of a value in a template. The filters are {@code lower}; {@code after x} and {@code from x}, the part behind
 * the last and from the first x on; {@code replace x y}; {@code or x}, if there is no value; {@code prefix x} and
 * {@code then x}, if there is one; {@code cloud x}, the cloud's value of that name and this one; and
 * {@code map x=y *=z}, another value for each.
 */
record TemplateFilter(Kind kind, List<String> words) {

    private enum Kind {
        LOWER(0),
        AFTER(1),
        FROM(1),
        REPLACE(2),
        CLOUD(1),
        OR(1),
        PREFIX(1),
        THEN(1),
        MAP(-1);

        /** The number of words, or -1 if it varies. */
        private final int size;

        Kind(int size) {
            this.size = size;
        }
    }

    /**
     * Reads a filter such as {@code replace :loadbalancer/ :listener/}.
     *
     * @throws IllegalStateException if there is no such filter, or its words are too few or too many
     */
    static TemplateFilter parse(String text) {
        var words = List.of(text.split(" ", -1));
        for (var kind : Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(words.get(0))
                    && (kind.size < 0 ? words.size() > 1 : kind.size == words.size() - 1)) {
                return new TemplateFilter(kind, words.subList(1, words.size()));
            }
        }
        throw new IllegalStateException("not a filter of a template: " + text);
    }

    /** Returns the text that a value starts with after this filter; empty unless it is the filter's purpose. */
    Optional<String> prefix() {
        return kind == Kind.PREFIX ? Optional.of(words.get(0)) : Optional.empty();
    }

    /** Returns the start of the names that the filter looks up in the cloud; empty unless it does. */
    Optional<String> cloudPrefix() {
        return kind == Kind.CLOUD ? Optional.of(words.get(0)) : Optional.empty();
    }

    String apply(String value, Template.Source source) {
        return switch (kind) {
            case LOWER -> value.toLowerCase(Locale.ROOT);
            case AFTER -> after(value, words.get(0));
            case FROM -> value.substring(Math.max(0, value.indexOf(words.get(0))));
            case REPLACE -> value.replace(words.get(0), words.get(1));
            case CLOUD ->
                Optional.ofNullable(source.cloud(words.get(0) + value)).orElse("");
            case OR -> value.isEmpty() ? words.get(0) : value;
            case PREFIX -> value.isEmpty() ? value : words.get(0) + value;
            case THEN -> value.isEmpty() ? value : value + words.get(0);
            case MAP ->
                words.stream()
                        .filter(word -> word.startsWith(value + "=") || word.startsWith("*="))
                        .findFirst()
                        .map(word -> word.substring(word.indexOf('=') + 1))
                        .orElse(value);
        };
    }

    private static String after(String value, String word) {
        int index = value.lastIndexOf(word);
        return index < 0 ? value : value.substring(index + word.length());
    }
}

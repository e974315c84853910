package dev.ashlar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table "Words to avoid" of the style page, applied to a text. */
final class BannedWords {

    private static final String HEADING = "## Words to avoid";

    // A comment or a Javadoc goes on in the next line.
    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\n\\s*(\\*|//|#)?\\s*");

    private final Map<String, String> replacements;
    private final Pattern pattern;

    private BannedWords(Map<String, String> replacements) {
        this.replacements = replacements;
        this.pattern = Pattern.compile(
                replacements.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|", "\\b(", ")\\b")),
                Pattern.CASE_INSENSITIVE);
    }

    static BannedWords of(String stylePage) {
        var replacements = new HashMap<String, String>();
        stylePage
                .substring(stylePage.indexOf(HEADING) + HEADING.length())
                .lines()
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Avoid "))
                .map(line -> line.split("\\|", -1))
                .forEach(cells -> Stream.of(cells[1].split(",", -1))
                        .forEach(words -> replacements.put(words.strip(), cells[2].strip())));
        return new BannedWords(replacements);
    }

    /** Each use in a text, with its surroundings and what to write. A test's name is read as the sentence that it is. */
    List<String> uses(String text) {
        var prose = LINE_BREAK.matcher(text).replaceAll(" ").replace('_', ' ');
        var uses = new ArrayList<String>();
        var matcher = pattern.matcher(prose);
        while (matcher.find()) {
            var from = Math.max(0, matcher.start() - 30);
            var to = Math.min(prose.length(), matcher.end() + 30);
            uses.add("...%s... (write: %s)"
                    .formatted(
                            prose.substring(from, to),
                            replacements.get(matcher.group().toLowerCase(Locale.ROOT))));
        }
        return uses;
    }
}

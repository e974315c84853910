package dev.ashlar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Keeps the words that {@code docs/style.md} avoids out of Javadoc, comments, messages, Markdown and names.
 *
 * <p>{@code docs/style-debt.txt} has the number of uses that each folder still has. The sum may only shrink; moving files is
 * free. After removing some, write the file with {@code -Dashlar.style.update=true}. To see the uses in a folder, run
 * {@code mvn test -pl components -am -Dtest=StyleTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dashlar.style.list=components/src/main/java/dev/ashlar/network}.
 */
class StyleTest {

    private static final Path STYLE = Path.of("docs", "style.md");
    private static final Path DEBT = Path.of("docs", "style-debt.txt");

    private static final Pattern PROSE = Pattern.compile(".*\\.(java|md|sh|awk|yaml|xml|json)|pulumiw|.*/run");

    @Test
    void the_words_that_the_style_page_avoids_become_fewer() throws IOException {
        var uses = usesByFolder();
        var allowed = debt();
        print(uses, System.getProperty("ashlar.style.list"));

        assertThat(sum(uses))
                .as("uses of words that docs/style.md avoids; more than before are in %s", grown(uses, allowed))
                .isLessThanOrEqualTo(
                        allowed.values().stream().mapToInt(count -> count).sum());

        if (Boolean.getBoolean("ashlar.style.update")) {
            RepositoryFiles.write(DEBT, text(uses));
        }
    }

    private static Map<String, List<String>> usesByFolder() throws IOException {
        var words = BannedWords.of(RepositoryFiles.read(STYLE));
        var all = new TreeMap<String, List<String>>();
        for (var file : RepositoryFiles.all()) {
            if (PROSE.matcher(file.toString()).matches() && !file.equals(STYLE)) {
                var folder = file.getParent() == null ? "." : file.getParent().toString();
                words.uses(prose(file)).forEach(use -> all.computeIfAbsent(folder, any -> new ArrayList<>())
                        .add(file + ": " + use));
            }
        }
        return all;
    }

    // Keys of JSON are names of a format.
    private static String prose(Path file) throws IOException {
        var text = RepositoryFiles.read(file);
        return file.toString().endsWith(".json") ? text.replaceAll("\"\\w+\"\\s*:", "") : text;
    }

    private static Map<String, Integer> debt() throws IOException {
        return RepositoryFiles.read(DEBT)
                .lines()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(line -> line[1], line -> Integer.valueOf(line[0])));
    }

    private static void print(Map<String, List<String>> uses, String prefix) {
        if (prefix != null) {
            uses.forEach((folder, all) -> {
                if (folder.startsWith(prefix)) {
                    all.forEach(System.out::println);
                }
            });
        }
    }

    private static List<String> grown(Map<String, List<String>> uses, Map<String, Integer> allowed) {
        return uses.entrySet().stream()
                .filter(entry -> entry.getValue().size() > allowed.getOrDefault(entry.getKey(), 0))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    private static int sum(Map<String, List<String>> uses) {
        return uses.values().stream().mapToInt(List::size).sum();
    }

    private static String text(Map<String, List<String>> uses) {
        return uses.entrySet().stream()
                .map(entry -> "%d %s\n".formatted(entry.getValue().size(), entry.getKey()))
                .collect(Collectors.joining());
    }
}

package dev.ashlar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that each test that the list of features names exists. */
class FeaturesTest {

    private static final Path FEATURES = Path.of("..", "docs", "features.md");

    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");

    @Test
    void each_feature_names_a_test_that_exists() throws IOException {
        var sources = tests();
        var wrong = new ArrayList<String>();
        for (var row : rows()) {
            var cells = row.split("(?<!\\\\)\\|", -1);
            var tests = TEST.matcher(cells[cells.length - 2]);
            var named = false;
            while (tests.find()) {
                named = true;
                var source = sources.getOrDefault(tests.group(1), "");
                if (!source.contains(" " + tests.group(2) + "(")) {
                    wrong.add(tests.group() + " does not exist: " + row);
                }
            }
            if (!named) {
                wrong.add("no test: " + row);
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static List<String> rows() throws IOException {
        var rows = Files.readString(FEATURES)
                .lines()
                .filter(line -> line.startsWith("| "))
                .filter(line -> !line.startsWith("| Feature "))
                .toList();
        assertThat(rows).isNotEmpty();
        return rows;
    }

    private static Map<String, String> tests() throws IOException {
        var sources = new TreeMap<String, String>();
        for (var folder : List.of("src/test/java", "../src/test/java")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
                }
            }
        }
        return sources;
    }
}

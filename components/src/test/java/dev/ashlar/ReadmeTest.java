package dev.ashlar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The READMEs show programs that run: each Java block is a part of a source file, between the comments {@code <name>} and
 * {@code </name>}. After a change of the source write it with {@code mvn test -pl components -am -Dreadme.write=true}.
 */
class ReadmeTest {

    private static final Path PROJECT = Path.of("..");

    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- snippet: (\\S+)#(\\S+) -->\n)?```java\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "components/README.md"})
    void shows_what_the_sources_say(String readme) throws IOException {
        var file = PROJECT.resolve(readme);
        var text = Files.readString(file);

        var expected = BLOCK.matcher(text).replaceAll(block -> {
            assertThat(block.group(1))
                    .as("the source of the block:\n%s", block.group(3))
                    .isNotNull();
            return Matcher.quoteReplacement("<!-- snippet: %s#%s -->\n```java\n%s```"
                    .formatted(block.group(1), block.group(2), snippet(block.group(1), block.group(2))));
        });

        if (Boolean.getBoolean("readme.write")) {
            Files.writeString(file, expected);
        }
        assertThat(Files.readString(file)).isEqualTo(expected).contains("```java");
    }

    private static String snippet(String source, String name) {
        try {
            var text = Files.readString(PROJECT.resolve(source));
            var marked = Pattern.compile(
                            "^ *// <%s>\n(.*?)^ *// </%s>$".formatted(name, name), Pattern.DOTALL | Pattern.MULTILINE)
                    .matcher(text);
            assertThat(marked.find()).as("%s has the part %s", source, name).isTrue();
            return marked.group(1).stripTrailing().stripIndent() + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

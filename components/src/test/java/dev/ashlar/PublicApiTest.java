package dev.ashlar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Makes a change of the public API visible in review: {@code api.txt} lists it. After a deliberate change, write the file
 * with {@code mvn test -pl components -am -Dtest=PublicApiTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dashlar.api.update=true} and commit it; the run prints how many types and methods users see.
 */
class PublicApiTest {

    private static final Path FILE = Path.of("api.txt");

    private static final String HEADING = """
            # The public API of ashlar-components. Written by PublicApiTest: run it with -Dashlar.api.update=true after a change.
            """;

    @Test
    void the_public_api_is_the_reviewed_one() throws IOException {
        var api = PublicApi.of(Path.of("target", "classes"));
        var text = HEADING + api.text();
        if (Boolean.getBoolean("ashlar.api.update")) {
            Files.writeString(FILE, text);
            System.out.printf("api.txt: %d public top-level types, %d public methods%n", api.types(), api.methods());
        }

        assertThat(difference(Files.readString(FILE), text))
                .as("changes of the public API; if they are intended, run PublicApiTest with -Dashlar.api.update=true")
                .isEmpty();
    }

    // Classes that signatures may name although users cannot. A generated builder has public setters for options that
    // are
    // package-private in Args.
    private static final Set<String> EXEMPT = Set.of("AwsEnvironment", "Children", "Created", "NetworkPlacement");

    private static final Pattern HIDDEN_NAME = Pattern.compile(ApiNames.HIDDEN + "[\\w.]*\\.(\\w+)");

    @Test
    void no_signature_names_an_internal_type() throws IOException {
        var api = PublicApi.of(Path.of("target", "classes")).text();

        assertThat(qualified(api)).filteredOn(PublicApiTest::namesHiddenType).isEmpty();
    }

    private static boolean namesHiddenType(String line) {
        return HIDDEN_NAME.matcher(line).results().anyMatch(name -> !EXEMPT.contains(name.group(1)));
    }

    private static List<String> difference(String reviewed, String actual) {
        var before = qualified(reviewed);
        var after = qualified(actual);
        var lines = new ArrayList<String>();
        before.stream().filter(line -> !after.contains(line)).forEach(line -> lines.add("- " + line));
        after.stream().filter(line -> !before.contains(line)).forEach(line -> lines.add("+ " + line));
        return lines;
    }

    /** Each line with its package and type in front, so that it can be read alone. */
    private static Set<String> qualified(String text) {
        var lines = new LinkedHashSet<String>();
        var inPackage = "";
        var type = "";
        for (var line : text.lines().toList()) {
            if (line.startsWith("package ")) {
                inPackage = line.replace("package ", "");
            } else if (line.startsWith("    ")) {
                lines.add("%s, %s: %s".formatted(inPackage, type, line.strip()));
            } else if (line.startsWith("  ")) {
                type = line.strip().replaceFirst("^.*?(?:class|interface|enum|record) ([\\w.]+).*", "$1");
                lines.add("%s, %s".formatted(inPackage, line.strip()));
            }
        }
        return lines;
    }
}

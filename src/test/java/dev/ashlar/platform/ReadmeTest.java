package dev.ashlar.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.core.Profile;
import dev.ashlar.core.Violation;
import dev.ashlar.core.Violations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Compares README.md with the platform: its diagram, its settings, its profiles. */
class ReadmeTest {

    private static final Pattern ARROW = Pattern.compile("^ +(\\S+) -\\.?->\\|([\\w-]+)\\| (\\S+)$", Pattern.MULTILINE);
    private static final Pattern SETTING = Pattern.compile("^\\| `(ashlar:\\S+)` \\|", Pattern.MULTILINE);

    private static String readme;

    @BeforeAll
    static void read() throws IOException {
        readme = Files.readString(StackFiles.PROJECT.resolve("README.md"));
    }

    @Test
    void the_diagram_has_exactly_the_bindings_of_the_platform() throws IOException {
        var golden = Files.readAllLines(Path.of("test", "resources", "golden", "dev.graph")).stream()
                .filter(line -> line.contains(" --"))
                .toList();

        var drawn = ARROW.matcher(readme).results().map(ReadmeTest::edge).toList();

        assertThat(drawn).containsExactlyInAnyOrderElementsOf(golden);
    }

    // In the diagram a message flows from its queue to the consumer, but the consumer uses the queue.
    private static String edge(MatchResult arrow) {
        boolean consumes = arrow.group(2).equals("consume");
        return "%s --%s--> %s".formatted(arrow.group(consumes ? 3 : 1), arrow.group(2), arrow.group(consumes ? 1 : 3));
    }

    @Test
    void documents_every_setting_and_no_other() {
        var violations = Violations.of("settings");
        Settings.read(StackConfig.parse("""
                        {"ashlar:?": "",
                         "ashlar:domain": "{\\"?\\": 1}",
                         "ashlar:login": "{\\"?\\": 1}",
                         "ashlar:tokens": "{\\"?\\": 1}",
                         "ashlar:overrides": "{\\"?\\": 1}",
                         "ashlar:services": "{\\"<name>\\": {\\"?\\": 1}}"}"""), violations);
        var known = violations.all().stream()
                .map(Violation::fix)
                .flatMap(fix ->
                        Stream.of(fix.replace("remove it, or use one of ", "").split(", ")))
                .collect(Collectors.toCollection(TreeSet::new));
        // Objects are documented by their keys, and maps by a placeholder for the key.
        known.removeAll(Stream.of("layoutLock", "domain", "login", "tokens", "services", "images")
                .map("ashlar:"::concat)
                .toList());
        known.add("ashlar:images.<name>");
        known.add("ashlar:layoutLock.<subnet>");

        var explained =
                SETTING.matcher(readme).results().map(match -> match.group(1)).toList();

        assertThat(explained).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void documents_the_switches_of_the_profiles() {
        assertThat(readme)
                .contains(row("natStrategy", Profile::natStrategy))
                .contains(row("endpointStrategy", Profile::endpointStrategy))
                .contains(row("multiAz", Profile::multiAz))
                .contains(row("minAuroraCapacity", Profile::minAuroraCapacity))
                .contains(row("maxAuroraCapacity", Profile::maxAuroraCapacity))
                .contains(row("backupRetentionDays", profile -> profile.backupRetention()
                        .toDays()))
                .contains(row(
                        "logRetentionDays", profile -> profile.logRetention().toDays()))
                .contains(row("dataProtection", Profile::dataProtection))
                .contains(row("spotPercentage", Profile::spotPercentage));
    }

    private static String row(String name, Function<Profile, Object> value) {
        return Stream.of(Profile.DEV, Profile.STAGING, Profile.PROD)
                .map(value.andThen(ReadmeTest::written))
                .collect(Collectors.joining("` | `", "| `ashlar:overrides.%s` | `".formatted(name), "` |\n"));
    }

    private static String written(Object value) {
        return value.toString().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

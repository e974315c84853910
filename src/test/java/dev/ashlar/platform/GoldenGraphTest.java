package dev.ashlar.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.preflight.testkit.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The resources of each environment. A difference here is what the next {@code pulumi up} changes for every user:
 * review it, then write the file with {@code mvn test -pl src -am -Dgolden.write=true}.
 */
class GoldenGraphTest {

    @ParameterizedTest
    @ValueSource(strings = {"bootstrap", "dev", "staging", "prod"})
    void an_environment_has_the_resources_of_its_golden_graph(String stack) throws IOException {
        var graph = Recording.planned(context -> App.run(context, StackFiles.sandboxed(stack)))
                .graph()
                .golden();

        var golden = Path.of("test", "resources", "golden", stack + ".graph");
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, graph);
        }
        assertThat(graph).isEqualTo(Files.readString(golden));
    }
}

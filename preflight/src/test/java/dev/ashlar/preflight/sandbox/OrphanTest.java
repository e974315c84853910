package dev.ashlar.preflight.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OrphanTest {

    @Test
    void the_provider_exits_when_its_engine_is_killed() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        // The shell acts as the engine: it remains the provider's parent, because a command follows.
        var engine = new ProcessBuilder(
                        "sh",
                        "-c",
                        "'%s' -cp '%s' %s 127.0.0.1:1; true"
                                .formatted(
                                        java, System.getProperty("java.class.path"), SandboxProvider.class.getName()))
                .start();
        var output = new BufferedReader(new InputStreamReader(engine.getInputStream(), StandardCharsets.UTF_8));
        assertThat(output.readLine()).as("the port").matches("\\d+");
        var provider = engine.children().findFirst().orElseThrow();

        engine.destroyForcibly();

        assertThat(provider.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
    }
}

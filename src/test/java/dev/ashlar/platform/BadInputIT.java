package dev.ashlar.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The output of the real engine for a stack file with faults. */
class BadInputIT {

    @TempDir
    private Path folder;

    @Test
    void reports_each_fault_once_without_a_stack_trace_and_creates_nothing() throws IOException {
        var pulumiw = new Pulumiw(folder);
        Files.writeString(pulumiw.stackFile("dev"), """
                config:
                  aws:region: eu-central-1
                  ashlar:target: sandbox
                  ashlar:profile: dev
                  ashlar:allowPlainHttp: true
                  ashlar:allowUnauthenticated: true
                  ashlar:imagez: "1.0.0"
                  ashlar:cidrBlock: 10.20.0.0/22
                  ashlar:zones: [eu-central-1a, eu-central-1b]
                  ashlar:overrides: {minAuroraCapacity: 4}
                  ashlar:services:
                    core: {taskSize: 512/700}
                  ashlar:images:
                    core: 1.10
                    delivery: "1.0.0"
                    ingestion: "1.0.0"
                    migrations: "1.0.0"
                """);

        var result = pulumiw.run("up", "--stack", "dev", "--yes", "--skip-preview");

        assertThat(result.exitCode()).isNotZero();
        var diagnostics = result.output().substring(result.output().indexOf("Diagnostics:"));
        assertThat(diagnostics)
                .containsOnlyOnce("6 faults:")
                .containsOnlyOnce("ashlar:imagez is 1.0.0, but there is no such option")
                .containsOnlyOnce("ashlar:images.core is 1.1, but it must be a string; quote it")
                .containsOnlyOnce("ashlar:images.api is missing")
                .containsOnlyOnce("cidrBlock is 10.20.0.0/22")
                .containsOnlyOnce("AuroraCluster \"database\": maxCapacity is 2")
                .containsOnlyOnce("taskSize is 512/700");
        assertThat(result.output()).doesNotContain("\tat ", "Exception", "SLF4J", "SEVERE");

        var state = pulumiw.run("stack", "export", "--stack", "dev").output();
        assertThat(state).contains("\"version\": 3").doesNotContainPattern("\"type\": \"(aws|ashlar):");
    }
}

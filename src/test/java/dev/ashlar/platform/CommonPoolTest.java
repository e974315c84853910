package dev.ashlar.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommonPoolTest {

    private static final String PARALLELISM = "java.util.concurrent.ForkJoinPool.common.parallelism";

    private final String before = System.getProperty(PARALLELISM);

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(PARALLELISM);
        } else {
            System.setProperty(PARALLELISM, before);
        }
    }

    @Test
    void a_size_that_somebody_chose_is_kept() {
        System.setProperty(PARALLELISM, "9");

        CommonPool.widen();

        assertThat(System.getProperty(PARALLELISM)).isEqualTo("9");
    }

    @Test
    void on_a_small_machine_the_pool_has_four_threads() {
        System.clearProperty(PARALLELISM);

        CommonPool.widen();

        var expected = Runtime.getRuntime().availableProcessors() <= 4 ? "4" : null;
        assertThat(System.getProperty(PARALLELISM)).isEqualTo(expected);
    }

    @Test
    void maven_which_runs_the_program_in_its_own_jvm_has_as_many() throws Exception {
        assertThat(Files.readString(StackFiles.PROJECT.resolve(".mvn/jvm.config"))
                        .strip())
                .isEqualTo("-D" + PARALLELISM + "=4");
    }
}

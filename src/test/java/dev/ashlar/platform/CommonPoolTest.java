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
    void keeps_a_size_that_is_set() {
        System.setProperty(PARALLELISM, "9");

        CommonPool.widen();

        assertThat(System.getProperty(PARALLELISM)).isEqualTo("9");
    }

    @Test
    void the_pool_has_four_threads_on_a_small_machine() {
        System.clearProperty(PARALLELISM);

        CommonPool.widen();

        var expected = Runtime.getRuntime().availableProcessors() <= 4 ? "4" : null;
        assertThat(System.getProperty(PARALLELISM)).isEqualTo(expected);
    }

    @Test
    void the_pool_of_mavens_jvm_has_the_same_size() throws Exception {
        assertThat(Files.readString(StackFiles.PROJECT.resolve(".mvn/jvm.config"))
                        .strip())
                .isEqualTo("-D" + PARALLELISM + "=4");
    }
}

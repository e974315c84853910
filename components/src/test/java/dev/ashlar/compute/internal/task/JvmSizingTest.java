package dev.ashlar.compute.internal.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.compute.Services;
import dev.ashlar.compute.TaskSize;
import dev.ashlar.compute.container.JvmArgs;
import java.time.Duration;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class JvmSizingTest {

    private static final JvmArgs DEFAULTS = JvmArgs.builder().build();

    @Property
    void counts_at_least_one_processor_and_no_more_than_the_container_has(
            @ForAll @IntRange(min = 1, max = 16384) int cpu) {
        var sizing = JvmSizing.of(DEFAULTS, cpu);

        assertThat(sizing.processors()).isBetween(1, 16);
        assertThat(sizing.processors() * 1024).isBetween(cpu, cpu + 1023);
    }

    @Property
    void allows_one_to_five_minutes_to_start(@ForAll @IntRange(min = 1, max = 16384) int cpu) {
        assertThat(JvmSizing.of(DEFAULTS, cpu).startTime()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(300));
    }

    @Example
    void doubles_the_start_time_on_half_a_processor() {
        assertThat(JvmSizing.of(DEFAULTS, 512).startTime()).hasSeconds(120);
        assertThat(JvmSizing.of(DEFAULTS, 256).startTime()).hasSeconds(240);
    }

    @Example
    void subtracts_the_processor_share_of_sidecars() {
        var args = Services.worker()
                .taskSize(new TaskSize(2048, 4096))
                .jvm()
                .sidecar("proxy", sidecar -> sidecar.image(Services.image("proxy"))
                        .cpu(1024))
                .build();

        assertThat(JvmSizing.of(args)).get().extracting(JvmSizing::processors).isEqualTo(1);
        assertThat(JvmSizing.of(Services.worker().build())).isEmpty();
    }
}

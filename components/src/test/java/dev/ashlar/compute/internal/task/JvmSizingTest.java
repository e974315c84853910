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
    void plans_for_the_processors_that_it_may_use_and_never_for_none(@ForAll @IntRange(min = 1, max = 16384) int cpu) {
        var sizing = JvmSizing.of(DEFAULTS, cpu);

        assertThat(sizing.processors()).isBetween(1, 16);
        assertThat(sizing.processors() * 1024).isBetween(cpu, cpu + 1023);
    }

    @Property
    void starts_no_faster_than_in_a_minute_and_within_what_a_health_check_can_wait(
            @ForAll @IntRange(min = 1, max = 16384) int cpu) {
        assertThat(JvmSizing.of(DEFAULTS, cpu).startTime()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(300));
    }

    @Example
    void half_a_processor_needs_twice_the_time() {
        assertThat(JvmSizing.of(DEFAULTS, 512).startTime()).hasSeconds(120);
        assertThat(JvmSizing.of(DEFAULTS, 256).startTime()).hasSeconds(240);
    }

    @Example
    void sidecars_take_their_share_of_the_processors() {
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

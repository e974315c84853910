package dev.ashlar.compute.internal.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ShutdownTest {

    @Property
    void orders_the_timeouts_within_the_limit_of_fargate(@ForAll @IntRange(max = Shutdown.LONGEST_DRAIN) int drain) {
        var shutdown = Shutdown.draining(Duration.ofSeconds(drain));

        assertThat(shutdown.deregistrationDelay()).isEqualTo(drain);
        assertThat(shutdown.applicationTimeout()).isGreaterThan(shutdown.deregistrationDelay());
        assertThat(shutdown.stopTimeout()).isGreaterThan(shutdown.applicationTimeout());
        assertThat(shutdown.stopTimeout()).isLessThanOrEqualTo(Shutdown.LONGEST_STOP);
    }

    @Property
    void gives_the_application_less_time_than_its_container(
            @ForAll @IntRange(max = Shutdown.LONGEST_STOP) int stopTimeout) {
        var shutdown = Shutdown.within(stopTimeout);

        assertThat(shutdown.stopTimeout()).isEqualTo(stopTimeout);
        assertThat(shutdown.applicationTimeout()).isPositive().isLessThanOrEqualTo(Math.max(1, stopTimeout - 1));
        assertThat(shutdown.deregistrationDelay()).isBetween(0, stopTimeout);
    }
}

package dev.ashlar.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogRetentionTest {

    private static boolean isAllowed(Duration retention) {
        var violations = Violations.of("test");
        LogRetention.check("logRetention", retention, violations);
        return violations.isEmpty();
    }

    @Test
    void allows_what_cloudwatch_offers_and_refuses_the_rest_whatever_its_size() {
        assertThat(List.of(Duration.ofDays(1), Duration.ofDays(365), Duration.ofDays(3653)))
                .allMatch(LogRetentionTest::isAllowed);
        assertThat(List.of(
                        Duration.ZERO,
                        Duration.ofDays(2),
                        Duration.ofHours(25),
                        Duration.ofDays(-1),
                        Duration.ofDays(100_000_000_000L),
                        Duration.ofSeconds(Long.MAX_VALUE)))
                .noneMatch(LogRetentionTest::isAllowed);
    }
}

package dev.ashlar.data.aurora.internal.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.ashlar.data.aurora.AuroraEngine;
import dev.ashlar.data.aurora.AuroraProxyArgs;
import dev.ashlar.data.aurora.Databases;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuroraProxyCheckTest {

    private static List<String> faults(Consumer<AuroraProxyArgs.Builder> proxy) {
        return Databases.faults(Databases.valid().proxy(proxy));
    }

    @Test
    void accepts_the_defaults_and_the_limits() {
        assertThat(faults(proxy -> {})).isEmpty();
        assertThat(faults(proxy -> proxy.users("app", "reports_2", "batch-jobs")
                        .idleClientTimeout(Duration.ofHours(8))
                        .connectionBorrowTimeout(Duration.ZERO)
                        .maxConnectionsPercent(1)))
                .isEmpty();
    }

    @Test
    void requires_between_1_and_200_users() {
        assertThat(faults(proxy -> proxy.users()))
                .containsExactly(
                        "AuroraCluster \"database\": proxy.users is 0, but a proxy logs in as 1 to 200 users; add the users as which services connect.");
        var many = IntStream.range(0, 201).mapToObj(i -> "user" + i).collect(Collectors.toSet());
        assertThat(faults(proxy -> proxy.users(many))).singleElement(STRING).contains("proxy.users is 201");
    }

    @Test
    void rejects_users_that_a_secret_name_cannot_contain() {
        assertThat(faults(proxy -> proxy.users("App"))).singleElement(STRING).contains("proxy.users is \"App\"");
        assertThat(faults(proxy -> proxy.users("*"))).singleElement(STRING).contains("proxy.users is \"*\"");
    }

    @Test
    void limits_the_length_of_a_user_by_engine() {
        var long63 = "a".repeat(63);

        assertThat(faults(proxy -> proxy.users(long63))).isEmpty();
        assertThat(Databases.faults(Databases.valid()
                        .engine(AuroraEngine.MYSQL)
                        .proxy(proxy -> proxy.users("a".repeat(32), "a".repeat(33)))))
                .singleElement(STRING)
                .contains("underscores or hyphens, at most 32 characters");
    }

    @Test
    void rejects_times_and_percentages_outside_their_ranges() {
        assertThat(faults(proxy -> proxy.idleClientTimeout(Duration.ZERO)
                        .connectionBorrowTimeout(Duration.ofSeconds(301))
                        .maxConnectionsPercent(101)
                        .maxIdleConnectionsPercent(102)))
                .hasSize(4)
                .anySatisfy(fault -> assertThat(fault).contains("proxy.idleClientTimeout"))
                .anySatisfy(fault -> assertThat(fault).contains("proxy.connectionBorrowTimeout"))
                .anySatisfy(fault -> assertThat(fault).contains("proxy.maxConnectionsPercent is 101"))
                .anySatisfy(fault -> assertThat(fault).contains("proxy.maxIdleConnectionsPercent is 102"));
        assertThat(faults(proxy -> proxy.maxConnectionsPercent(40).maxIdleConnectionsPercent(41)))
                .containsExactly(
                        "AuroraCluster \"database\": proxy.maxIdleConnectionsPercent is 41, but no more can be idle than maxConnectionsPercent, 40; use 0 to 40.");
    }
}

package dev.ashlar.data.aurora.internal.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.data.aurora.AuroraEngine;
import java.util.Map;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AuroraMemoryTest {

    private static AuroraClusterArgs.Builder cluster() {
        return AuroraClusterArgs.builder().minCapacity(1).withoutReaders();
    }

    private static AuroraMemory smallest(AuroraClusterArgs.Builder builder) {
        return AuroraMemory.smallest(builder.build());
    }

    private static OptionalInt maxConnections(AuroraClusterArgs.Builder builder) {
        return smallest(builder).maxConnections(builder.build());
    }

    @Test
    void counts_two_gibibytes_per_acu() {
        assertThat(smallest(cluster().maxCapacity(8)).gibibytes()).isEqualTo(16);
    }

    @Test
    void uses_the_smallest_instance() {
        assertThat(smallest(cluster()
                                .instanceClass("db.r8g.4xlarge")
                                .reader("reports", reader -> reader.instanceClass("db.r8g.large")))
                        .gibibytes())
                .isEqualTo(16);
        assertThat(smallest(cluster()
                                .instanceClass("db.r8g.4xlarge")
                                .maxCapacity(2)
                                .reader("reports", reader -> reader.instanceClass("db.serverless")))
                        .gibibytes())
                .isEqualTo(4);
    }

    @Test
    void matches_the_connections_that_aws_documents() {
        assertThat(maxConnections(cluster().maxCapacity(1))).hasValue(189);
        assertThat(maxConnections(cluster().maxCapacity(16))).hasValue(3360);
        assertThat(maxConnections(cluster().maxCapacity(256))).hasValue(5000);
        assertThat(maxConnections(cluster().engine(AuroraEngine.MYSQL).maxCapacity(8)))
                .hasValue(1000);
        assertThat(maxConnections(cluster().instanceClass("db.r8g.large"))).hasValue(1669);
    }

    @Test
    void caps_the_connections_of_postgresql_with_a_small_minimum() {
        assertThat(maxConnections(cluster().minCapacity(0.5).maxCapacity(64))).hasValue(2000);
        assertThat(maxConnections(cluster().minCapacity(0.5).maxCapacity(4))).hasValue(823);
        assertThat(maxConnections(
                        cluster().engine(AuroraEngine.MYSQL).minCapacity(0.5).maxCapacity(64)))
                .hasValue(4000);
    }

    @Test
    void knows_no_limit_if_a_parameter_sets_it() {
        assertThat(maxConnections(cluster().clusterParameters(Map.of("max_connections", "100"))))
                .isEmpty();
        assertThat(maxConnections(cluster().instanceParameters(Map.of("max_connections", "100"))))
                .isEmpty();
    }

    @Property
    void more_memory_never_means_fewer_connections(
            @ForAll AuroraEngine engine,
            @ForAll @IntRange(min = 1, max = 256) int one,
            @ForAll @IntRange(min = 1, max = 256) int other) {
        var less = maxConnections(cluster().engine(engine).maxCapacity(Math.min(one, other)));
        var more = maxConnections(cluster().engine(engine).maxCapacity(Math.max(one, other)));

        assertThat(less.orElseThrow()).isLessThanOrEqualTo(more.orElseThrow());
    }
}

package dev.ashlar.data.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FinalSnapshotTest {

    @Test
    void stays_the_same_while_nothing_is_replaced() {
        assertThat(FinalSnapshot.identifier("database-1a2b3c4", List.of("aurora-postgresql", "app")))
                .isEqualTo(FinalSnapshot.identifier("database-1a2b3c4", List.of("aurora-postgresql", "app")))
                .startsWith("database-1a2b3c4-final-");
    }

    @Test
    void differs_after_a_replacement() {
        assertThat(FinalSnapshot.identifier("database-1a2b3c4", List.of("aurora-postgresql", "app")))
                .isNotEqualTo(FinalSnapshot.identifier("database-1a2b3c4", List.of("aurora-postgresql", "orders")));
    }

    @Test
    void differs_after_everything_was_destroyed() {
        assertThat(FinalSnapshot.identifier("database-1a2b3c4", List.of("app")))
                .isNotEqualTo(FinalSnapshot.identifier("database-5d6e7f8", List.of("app")));
    }

    @Property
    void is_valid_for_rds_and_elasticache(@ForAll @Size(max = 5) List<String> options) {
        assertThat(FinalSnapshot.identifier("a".repeat(28) + "-1a2b3c4", options))
                .matches("[a-z](-?[a-z0-9])*")
                .hasSizeLessThanOrEqualTo(50);
    }
}

package dev.ashlar.data.aurora.internal.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.core.Profile;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.data.aurora.internal.instance.InstancePlan.Instance;
import org.junit.jupiter.api.Test;

class InstancePlanTest {

    private static InstancePlan plan(AuroraClusterArgs.Builder args) {
        return InstancePlan.of(args.build());
    }

    @Test
    void a_multi_az_profile_gets_a_standby() {
        assertThat(plan(AuroraClusterArgs.builder()).all())
                .containsExactly(
                        new Instance("writer", 0, "db.serverless"), new Instance("reader-standby", 1, "db.serverless"));
    }

    @Test
    void a_cheap_profile_gets_a_writer_only() {
        assertThat(plan(AuroraClusterArgs.builder().profile(Profile.DEV)).all())
                .containsExactly(new Instance("writer", 0, "db.serverless"));
    }

    @Test
    void named_readers_stand_in_for_the_standby() {
        var args = AuroraClusterArgs.builder()
                .reader("reports", reader -> reader.promotionTier(15))
                .reader("api");

        assertThat(plan(args).all())
                .containsExactly(
                        new Instance("writer", 0, "db.serverless"),
                        new Instance("reader-api", 1, "db.serverless"),
                        new Instance("reader-reports", 15, "db.serverless"));
    }

    @Test
    void readers_can_be_declined() {
        assertThat(plan(AuroraClusterArgs.builder().withoutReaders()).hasReaders())
                .isFalse();
    }
}

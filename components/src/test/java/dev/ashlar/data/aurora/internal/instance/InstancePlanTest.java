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
    void adds_a_standby_if_the_profile_is_multi_az() {
        assertThat(plan(AuroraClusterArgs.builder()).all())
                .containsExactly(
                        new Instance("writer", 0, "db.serverless"), new Instance("reader-standby", 1, "db.serverless"));
    }

    @Test
    void creates_only_a_writer_if_the_profile_is_not_multi_az() {
        assertThat(plan(AuroraClusterArgs.builder().profile(Profile.DEV)).all())
                .containsExactly(new Instance("writer", 0, "db.serverless"));
    }

    @Test
    void replaces_the_standby_by_named_readers() {
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
    void creates_no_readers_on_request() {
        assertThat(plan(AuroraClusterArgs.builder().withoutReaders()).hasReaders())
                .isFalse();
    }
}

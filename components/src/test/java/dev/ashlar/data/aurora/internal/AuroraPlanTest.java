package dev.ashlar.data.aurora.internal;

import static dev.ashlar.data.aurora.Databases.valid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.data.VersionPolicy;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.data.aurora.AuroraEngine;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AuroraPlanTest {

    private static AuroraPlan plan(AuroraClusterArgs.Builder args) {
        return AuroraPlan.of(args.build());
    }

    @Test
    void tracking_a_major_version_leaves_minor_ones_to_aws() {
        var plan = plan(valid().engineVersion("16"));

        assertThat(plan.followsMinorVersions()).isTrue();
        assertThat(plan.ignoresVersion()).isTrue();
        assertThat(plan.upgradesMajor()).isFalse();
        assertThat(plan.parameterFamily()).isEqualTo("aurora-postgresql16");
    }

    @Test
    void pinning_a_minor_version_leaves_nothing_to_aws() {
        var plan = plan(valid().versionPolicy(VersionPolicy.PIN_MINOR).engineVersion("16.6"));

        assertThat(plan.followsMinorVersions()).isFalse();
        assertThat(plan.ignoresVersion()).isFalse();
    }

    @Test
    void an_upgrade_is_asked_for_and_no_longer_ignored() {
        var plan = plan(valid().engineVersion("16").upgradeTo("17"));

        assertThat(plan.engineVersion()).isEqualTo("17");
        assertThat(plan.parameterFamily()).isEqualTo("aurora-postgresql17");
        assertThat(plan.upgradesMajor()).isTrue();
        assertThat(plan.ignoresVersion()).isFalse();
        assertThat(plan.followsMinorVersions()).isTrue();
    }

    @Test
    void logs_are_those_of_the_engine() {
        assertThat(plan(valid()).logs()).containsExactly("iam-db-auth-error", "postgresql");
        assertThat(plan(valid().engine(AuroraEngine.MYSQL)).logs())
                .containsExactly("error", "iam-db-auth-error", "slowquery");
    }

    @Test
    void pauses_only_when_asked() {
        assertThat(plan(valid()).secondsUntilAutoPause()).isEmpty();
        assertThat(plan(valid().minCapacity(0).autoPauseAfter(Duration.ofMinutes(10)))
                        .secondsUntilAutoPause())
                .hasValue(600);
    }
}

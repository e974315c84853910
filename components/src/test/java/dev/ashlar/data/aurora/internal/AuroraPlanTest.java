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
    void leaves_minor_versions_to_aws_with_a_tracked_version() {
        var plan = plan(valid().engineVersion("16"));

        assertThat(plan.followsMinorVersions()).isTrue();
        assertThat(plan.ignoresVersion()).isTrue();
        assertThat(plan.upgradesMajor()).isFalse();
        assertThat(plan.parameterFamily()).isEqualTo("aurora-postgresql16");
    }

    @Test
    void leaves_no_upgrade_to_aws_with_a_pinned_version() {
        var plan = plan(valid().versionPolicy(VersionPolicy.PIN_MINOR).engineVersion("16.6"));

        assertThat(plan.followsMinorVersions()).isFalse();
        assertThat(plan.ignoresVersion()).isFalse();
    }

    @Test
    void requests_the_version_of_an_upgrade() {
        var plan = plan(valid().engineVersion("16").upgradeTo("17"));

        assertThat(plan.engineVersion()).isEqualTo("17");
        assertThat(plan.parameterFamily()).isEqualTo("aurora-postgresql17");
        assertThat(plan.upgradesMajor()).isTrue();
        assertThat(plan.ignoresVersion()).isFalse();
        assertThat(plan.followsMinorVersions()).isTrue();
    }

    @Test
    void exports_the_default_logs_of_the_engine() {
        assertThat(plan(valid()).logs()).containsExactly("iam-db-auth-error", "postgresql");
        assertThat(plan(valid().engine(AuroraEngine.MYSQL)).logs())
                .containsExactly("error", "iam-db-auth-error", "slowquery");
    }

    @Test
    void sets_the_pause_only_on_request() {
        assertThat(plan(valid()).secondsUntilAutoPause()).isEmpty();
        assertThat(plan(valid().minCapacity(0).autoPauseAfter(Duration.ofMinutes(10)))
                        .secondsUntilAutoPause())
                .hasValue(600);
    }
}

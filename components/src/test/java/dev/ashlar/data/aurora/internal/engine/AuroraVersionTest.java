package dev.ashlar.data.aurora.internal.engine;

import static dev.ashlar.data.aurora.AuroraEngine.MYSQL;
import static dev.ashlar.data.aurora.AuroraEngine.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.data.aurora.AuroraEngine;
import org.junit.jupiter.api.Test;

class AuroraVersionTest {

    private static AuroraVersion version(AuroraEngine engine, String text) {
        return AuroraVersion.parse(engine, text).orElseThrow();
    }

    @Test
    void derives_the_parameter_family_from_the_major_version() {
        assertThat(version(POSTGRESQL, "16").parameterFamily()).isEqualTo("aurora-postgresql16");
        assertThat(version(POSTGRESQL, "17.4").parameterFamily()).isEqualTo("aurora-postgresql17");
        assertThat(version(MYSQL, "8.0.mysql_aurora.3.08.0").parameterFamily()).isEqualTo("aurora-mysql8.0");
    }

    @Test
    void distinguishes_major_and_full_versions() {
        assertThat(version(POSTGRESQL, "16").isFull()).isFalse();
        assertThat(version(POSTGRESQL, "16.6").isFull()).isTrue();
        assertThat(version(MYSQL, "8.0").isFull()).isFalse();
        assertThat(version(MYSQL, "8.0.mysql_aurora.3.08.0").isFull()).isTrue();
    }

    @Test
    void rejects_malformed_versions_and_those_of_another_engine() {
        assertThat(AuroraVersion.parse(POSTGRESQL, "8.0.mysql_aurora.3.08.0")).isEmpty();
        assertThat(AuroraVersion.parse(MYSQL, "16")).isEmpty();
        assertThat(AuroraVersion.parse(POSTGRESQL, "16.")).isEmpty();
        assertThat(AuroraVersion.parse(POSTGRESQL, "99999999999")).isEmpty();
        assertThat(AuroraVersion.parse(POSTGRESQL, "16.99999999999")).isEmpty();
        assertThat(AuroraVersion.parse(MYSQL, "8.0.mysql_aurora.3.99999999999.0"))
                .isEmpty();
    }

    @Test
    void orders_major_versions_by_number() {
        assertThat(version(POSTGRESQL, "17").isLaterMajorThan(version(POSTGRESQL, "9")))
                .isTrue();
        assertThat(version(POSTGRESQL, "16.6").isLaterMajorThan(version(POSTGRESQL, "16.4")))
                .isFalse();
        assertThat(version(MYSQL, "8.4").isLaterMajorThan(version(MYSQL, "8.0")))
                .isTrue();
    }
}

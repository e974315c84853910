package dev.ashlar.data;

import static dev.ashlar.data.AuroraEngine.MYSQL;
import static dev.ashlar.data.AuroraEngine.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuroraVersionTest {

    private static AuroraVersion version(AuroraEngine engine, String text) {
        return AuroraVersion.parse(engine, text).orElseThrow();
    }

    @Test
    void the_family_of_parameters_is_the_major_version() {
        assertThat(version(POSTGRESQL, "16").parameterFamily()).isEqualTo("aurora-postgresql16");
        assertThat(version(POSTGRESQL, "17.4").parameterFamily()).isEqualTo("aurora-postgresql17");
        assertThat(version(MYSQL, "8.0.mysql_aurora.3.08.0").parameterFamily()).isEqualTo("aurora-mysql8.0");
    }

    @Test
    void tells_a_major_version_from_a_full_one() {
        assertThat(version(POSTGRESQL, "16").isFull()).isFalse();
        assertThat(version(POSTGRESQL, "16.6").isFull()).isTrue();
        assertThat(version(MYSQL, "8.0").isFull()).isFalse();
        assertThat(version(MYSQL, "8.0.mysql_aurora.3.08.0").isFull()).isTrue();
    }

    @Test
    void reads_no_version_of_another_engine() {
        assertThat(AuroraVersion.parse(POSTGRESQL, "8.0.mysql_aurora.3.08.0")).isEmpty();
        assertThat(AuroraVersion.parse(MYSQL, "16")).isEmpty();
        assertThat(AuroraVersion.parse(POSTGRESQL, "16.")).isEmpty();
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

    @ParameterizedTest
    @ValueSource(strings = {"13.15", "14.12", "15.7", "16.3", "17.4", "16", "13"})
    void postgresql_pauses_from_these_versions_on(String text) {
        assertThat(version(POSTGRESQL, text).canPause()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"13.14", "14.11", "15.6", "16.2"})
    void postgresql_does_not_pause_before(String text) {
        assertThat(version(POSTGRESQL, text).canPause()).isFalse();
    }

    @Test
    void mysql_pauses_from_3_08_0() {
        assertThat(version(MYSQL, "8.0.mysql_aurora.3.08.0").canPause()).isTrue();
        assertThat(version(MYSQL, "8.0.mysql_aurora.3.10.1").canPause()).isTrue();
        assertThat(version(MYSQL, "8.0.mysql_aurora.4.01.0").canPause()).isTrue();
        assertThat(version(MYSQL, "8.0.mysql_aurora.3.07.1").canPause()).isFalse();
    }
}

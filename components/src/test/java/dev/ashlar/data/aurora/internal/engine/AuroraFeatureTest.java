package dev.ashlar.data.aurora.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.data.aurora.AuroraEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuroraFeatureTest {

    private static AuroraVersion postgresql(String text) {
        return AuroraVersion.parse(AuroraEngine.POSTGRESQL, text).orElseThrow();
    }

    private static AuroraVersion mysql(String text) {
        return AuroraVersion.parse(AuroraEngine.MYSQL, text).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"13.15", "14.12", "15.7", "16.3", "17.4", "18.1", "16", "13"})
    void supports_pause_from_these_postgresql_versions(String text) {
        assertThat(AuroraFeature.PAUSE.isIn(postgresql(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "12.22", "13.14", "14.11", "15.6", "16.2"})
    void rejects_pause_in_earlier_postgresql_versions(String text) {
        assertThat(AuroraFeature.PAUSE.isIn(postgresql(text))).isFalse();
    }

    @Test
    void supports_pause_from_mysql_3_08_0() {
        assertThat(AuroraFeature.PAUSE.isIn(mysql("8.0.mysql_aurora.3.08.0"))).isTrue();
        assertThat(AuroraFeature.PAUSE.isIn(mysql("8.0.mysql_aurora.3.10.1"))).isTrue();
        assertThat(AuroraFeature.PAUSE.isIn(mysql("8.0.mysql_aurora.4.01.0"))).isTrue();
        assertThat(AuroraFeature.PAUSE.isIn(mysql("8.0.mysql_aurora.3.07.1"))).isFalse();
        assertThat(AuroraFeature.PAUSE.isIn(mysql("8.0"))).isTrue();
        assertThat(AuroraFeature.PAUSE.isIn(mysql("8.4"))).isTrue();
        assertThat(AuroraFeature.PAUSE.isIn(mysql("5.7"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "SERVERLESS, 15.1, 15.2",
        "LARGE_CAPACITY, 15.4, 15.5",
        "DATA_API, 17.3, 17.4",
        "IO_OPTIMIZED, 14.6, 14.7"
    })
    void knows_the_first_version_of_each_feature(AuroraFeature feature, String before, String first) {
        assertThat(feature.isIn(postgresql(before))).isFalse();
        assertThat(feature.isIn(postgresql(first))).isTrue();
    }

    @Test
    void shows_the_first_versions_in_the_format_of_the_engine() {
        assertThat(AuroraFeature.PAUSE.firstVersions(AuroraEngine.POSTGRESQL)).isEqualTo("13.15, 14.12, 15.7, 16.3");
        assertThat(AuroraFeature.IO_OPTIMIZED.firstVersions(AuroraEngine.MYSQL)).isEqualTo("8.0.mysql_aurora.3.03.1");
    }
}

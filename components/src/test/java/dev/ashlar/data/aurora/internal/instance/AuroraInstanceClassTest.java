package dev.ashlar.data.aurora.internal.instance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuroraInstanceClassTest {

    @ParameterizedTest
    @CsvSource({
        "db.t4g.medium, 4",
        "db.t3.large, 8",
        "db.r8g.large, 16",
        "db.r7i.xlarge, 32",
        "db.r6g.16xlarge, 512",
        "db.x2g.xlarge, 64"
    })
    void knows_the_memory_of_a_class(String name, double gibibytes) {
        assertThat(AuroraInstanceClass.parse(name))
                .map(AuroraInstanceClass::memory)
                .contains(gibibytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "r8g.large",
                "db.m6g.large",
                "db.r8g",
                "db.r8g.nano",
                "db.r8g.0xlarge",
                "db.r8g.1xlarge",
                "db.r8g.99999999999xlarge",
                "DB.R8G.LARGE",
                "db.serverless"
            })
    void rejects_everything_else(String name) {
        assertThat(AuroraInstanceClass.parse(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"db.t4g.medium, true", "db.r8g.large, false"})
    void detects_burstable_classes(String name, boolean burstable) {
        assertThat(AuroraInstanceClass.parse(name))
                .map(AuroraInstanceClass::isBurstable)
                .contains(burstable);
    }
}

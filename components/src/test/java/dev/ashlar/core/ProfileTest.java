package dev.ashlar.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProfileTest {

    @Test
    void has_the_switches_of_prod_by_default() {
        assertThat(Profile.builder().build()).isEqualTo(Profile.PROD);
    }

    @Test
    void changes_one_switch_of_another_profile() {
        var cheap = Profile.builder().from(Profile.DEV).multiAz(true).build();

        assertThat(cheap.multiAz()).isTrue();
        assertThat(cheap.natStrategy()).isEqualTo(Profile.DEV.natStrategy());
        assertThat(cheap.dataProtection()).isFalse();
    }
}

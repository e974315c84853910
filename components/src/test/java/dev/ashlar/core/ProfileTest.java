package dev.ashlar.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProfileTest {

    @Test
    void a_profile_of_which_nothing_is_said_is_safe() {
        assertThat(Profile.builder().build()).isEqualTo(Profile.PROD);
    }

    @Test
    void a_switch_can_be_set_by_itself() {
        var cheap = Profile.builder().from(Profile.DEV).multiAz(true).build();

        assertThat(cheap.multiAz()).isTrue();
        assertThat(cheap.natStrategy()).isEqualTo(Profile.DEV.natStrategy());
        assertThat(cheap.dataProtection()).isFalse();
    }
}

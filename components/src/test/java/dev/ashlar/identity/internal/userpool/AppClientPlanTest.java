package dev.ashlar.identity.internal.userpool;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import dev.ashlar.identity.AppClientArgs;
import dev.ashlar.identity.ClientKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AppClientPlanTest {

    private static AppClientArgs.Builder client(ClientKind kind) {
        return AppClientArgs.builder().label("web").kind(kind);
    }

    private static AppClientPlan plan(AppClientArgs.Builder args) {
        return AppClientPlan.of(args.build(), false);
    }

    @Test
    void an_spa_has_no_secret_and_logs_users_in_with_a_code() {
        var plan = plan(client(ClientKind.SPA).callbackUrls("https://shop.example.com/"));

        assertThat(plan.generateSecret()).isFalse();
        assertThat(plan.oauthFlows()).containsExactly("code");
        assertThat(plan.scopes()).containsExactly("email", "openid", "profile");
        assertThat(plan.showsLogin()).isTrue();
    }

    @Test
    void an_spa_without_callback_urls_uses_srp_only() {
        var plan = plan(client(ClientKind.SPA));

        assertThat(plan.oauthFlows()).isEmpty();
        assertThat(plan.scopes()).isEmpty();
        assertThat(plan.showsLogin()).isFalse();
        assertThat(plan.authFlows()).containsExactly("ALLOW_USER_SRP_AUTH");
    }

    @Test
    void a_server_has_a_secret_and_a_reusable_refresh_token() {
        var plan = plan(client(ClientKind.SERVER).loadBalancerUrl(Output.of("https://shop.example.com")));

        assertThat(plan.generateSecret()).isTrue();
        assertThat(plan.oauthFlows()).containsExactly("code");
        assertThat(plan.authFlows()).containsExactly("ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH");
    }

    @Test
    void a_machine_uses_client_credentials_and_shows_no_login() {
        var plan = plan(client(ClientKind.MACHINE).scopes("orders/read"));

        assertThat(plan.generateSecret()).isTrue();
        assertThat(plan.oauthFlows()).containsExactly("client_credentials");
        assertThat(plan.scopes()).containsExactly("orders/read");
        assertThat(plan.showsLogin()).isFalse();
        assertThat(plan.authFlows()).containsExactly("ALLOW_REFRESH_TOKEN_AUTH");
    }

    @Test
    void passkeys_require_the_user_auth_flow() {
        assertThat(AppClientPlan.of(client(ClientKind.SPA).build(), true).authFlows())
                .containsExactly("ALLOW_USER_AUTH", "ALLOW_USER_SRP_AUTH");
        assertThat(AppClientPlan.of(client(ClientKind.MACHINE).build(), true).authFlows())
                .doesNotContain("ALLOW_USER_AUTH");
    }

    @ParameterizedTest
    @EnumSource(ClientKind.class)
    void token_rotation_excludes_the_refresh_token_flow(ClientKind kind) {
        assertThat(plan(client(kind).refreshTokenRotation(true)).authFlows())
                .doesNotContain("ALLOW_REFRESH_TOKEN_AUTH");
        assertThat(plan(client(kind).refreshTokenRotation(false)).authFlows()).contains("ALLOW_REFRESH_TOKEN_AUTH");
    }

    @Test
    void rotates_refresh_tokens_by_default_for_an_spa_only() {
        assertThat(client(ClientKind.SPA).build().refreshTokenRotation()).isTrue();
        assertThat(client(ClientKind.SERVER).build().refreshTokenRotation()).isFalse();
        assertThat(client(ClientKind.MACHINE).build().refreshTokenRotation()).isFalse();
    }
}

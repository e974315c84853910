package dev.ashlar.identity.internal.userpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.pulumi.core.Output;
import dev.ashlar.core.Firewall;
import dev.ashlar.core.Violation;
import dev.ashlar.identity.AppClientArgs;
import dev.ashlar.identity.ClientKind;
import dev.ashlar.identity.FeaturePlan;
import dev.ashlar.identity.LoginDomain;
import dev.ashlar.identity.Mfa;
import dev.ashlar.identity.StandardAttribute;
import dev.ashlar.identity.ThreatProtection;
import dev.ashlar.identity.UserAttribute;
import dev.ashlar.identity.UserPool;
import dev.ashlar.identity.UserPoolArgs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserPoolCheckTest {

    private static UserPoolArgs.Builder valid() {
        return UserPoolArgs.builder()
                .domainPrefix("acme-customers")
                .resourceServer("orders", "read", "write")
                .attribute("tenant", UserAttribute.text(1, 64))
                .client(
                        "web",
                        ClientKind.SPA,
                        web -> web.callbackUrls(
                                "https://shop.example.com/login",
                                "http://localhost:3000/login",
                                "com.example.shop://login"))
                .client("console", ClientKind.SERVER, console -> console.loadBalancerUrl("https://console.example.com"))
                .client("billing", ClientKind.MACHINE, billing -> billing.scopes("orders/read"));
    }

    private static List<String> faults(UserPoolArgs.Builder args) {
        return UserPool.check("customers", args.build()).all().stream()
                .map(Violation::message)
                .toList();
    }

    private static List<String> faults(ClientKind kind, Consumer<AppClientArgs.Builder> options) {
        return faults(UserPoolArgs.builder().domainPrefix("acme").client("app", kind, options));
    }

    @Test
    void accepts_the_defaults_and_all_kinds_of_clients() {
        assertThat(faults(UserPoolArgs.builder())).isEmpty();
        assertThat(faults(valid())).isEmpty();
    }

    @Test
    void reports_all_violations_at_once() {
        assertThat(faults(UserPoolArgs.builder()
                        .minimumPasswordLength(8)
                        .mfa(Mfa.REQUIRED)
                        .passkeyDomain("login.example.com")
                        .attribute("custom:tenant", UserAttribute.text(10, 5))
                        .client("web", ClientKind.SPA, web -> web.callbackUrls("http://shop.example.com/")
                                .accessTokenValidity(Duration.ofDays(2)))
                        .client("billing", ClientKind.MACHINE, billing -> billing.scopes("orders/read"))))
                .containsExactly(
                        "UserPool \"customers\": attributes is \"custom:tenant\", but a name is up to 20 letters, digits and underscores without custom:, and starts with a letter; use one like tenant_id.",
                        "UserPool \"customers\": attributes.custom:tenant is String 10..5 mutable, but the first bound is no more than the second, and texts are up to 2048 characters long; correct the bounds.",
                        "UserPool \"customers\": passkeyDomain is login.example.com, but a passkey is one factor, and mfa(REQUIRED) requires a second one; leave passkeys out, or make multi-factor authentication optional.",
                        "UserPool \"customers\": minimumPasswordLength is 8, but passwords are 12 characters long or more, and Cognito supports at most 99; use a length in this range.",
                        "UserPool \"customers\": clients.web.callbackUrls is http://shop.example.com/, but tokens travel by HTTPS, to http://localhost, or by a scheme of an app, without a fragment, to at most 1024 characters; write it like https://shop.example.com/login.",
                        "UserPool \"customers\": domain is missing, but client web gets its tokens there; give a domainPrefix or a customDomain.",
                        "UserPool \"customers\": clients.web.accessTokenValidity is PT48H, but Cognito takes whole minutes from PT5M to PT24H; use a duration in this range.",
                        "UserPool \"customers\": clients.billing.scopes is orders/read, but no resource server of the pool has it; add it to resourceServers, or use one of aws.cognito.signin.user.admin, email, openid, phone, profile.",
                        "UserPool \"customers\": domain is missing, but client billing gets its tokens there; give a domainPrefix or a customDomain.");
    }

    @Test
    void accepts_an_spa_with_srp_login_without_a_domain() {
        assertThat(faults(UserPoolArgs.builder().client("web", ClientKind.SPA, web -> {})))
                .isEmpty();
    }

    @Test
    void requires_a_label_and_a_kind_of_every_client() {
        assertThat(faults(UserPoolArgs.builder()
                        .addClients(AppClientArgs.builder().build())))
                .containsExactly(
                        "UserPool \"customers\": clients.label is missing, but it names the client; give one, such as web.",
                        "UserPool \"customers\": clients.null.kind is missing, but it determines how the client gets tokens; use SPA, SERVER or MACHINE.");
        assertThat(faults(valid().client("web", ClientKind.SPA, web -> {})))
                .singleElement(STRING)
                .contains("\"web\"", "two clients have this label");
        assertThat(faults(UserPoolArgs.builder().client("Web", ClientKind.SPA, web -> {})))
                .singleElement(STRING)
                .contains("\"Web\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://shop.example.com",
                "http://localhost.example.com",
                "https://shop.example.com/#login",
                "shop.example.com",
                "https://",
                "https://shop example.com",
                "javascript:alert(1)"
            })
    void rejects_insecure_callback_urls(String url) {
        assertThat(faults(ClientKind.SPA, web -> web.callbackUrls(url)))
                .singleElement(STRING)
                .contains(url);
        assertThat(faults(ClientKind.SPA, web -> web.callbackUrls("https://shop.example.com")
                        .logoutUrls(url)))
                .singleElement(STRING)
                .contains("logoutUrls is " + url);
    }

    @Test
    void requires_callback_urls_of_a_server_and_rejects_them_for_a_machine() {
        assertThat(faults(ClientKind.SERVER, server -> {}))
                .containsExactly(
                        "UserPool \"customers\": clients.app.callbackUrls is missing, but users return to a server after login; give its URL, such as https://shop.example.com/login, or loadBalancerUrl(loadBalancer.url()).");
        assertThat(faults(valid().client("app", ClientKind.MACHINE, machine -> machine.scopes("orders/read")
                        .callbackUrls("https://shop.example.com"))))
                .singleElement(STRING)
                .contains("no user logs in to a machine");
    }

    @Test
    void rejects_a_load_balancer_without_a_secret_or_with_token_rotation() {
        assertThat(faults(ClientKind.SPA, web -> web.refreshTokenRotation(false)
                        .loadBalancerUrl("https://shop.example.com")))
                .singleElement(STRING)
                .contains("a load balancer needs a client that has a secret and users");
        assertThat(faults(ClientKind.SERVER, server -> server.refreshTokenRotation(true)
                        .loadBalancerUrl("https://shop.example.com")))
                .singleElement(STRING)
                .contains("a load balancer uses its refresh token more than once");
    }

    @Test
    void rejects_refresh_token_rotation_of_a_machine() {
        assertThat(faults(valid().client("app", ClientKind.MACHINE, machine -> machine.scopes("orders/read")
                        .refreshTokenRotation(true))))
                .containsExactly(
                        "UserPool \"customers\": clients.app.refreshTokenRotation is true, but a machine gets no refresh token; leave it out.");
    }

    @Test
    void rejects_logout_urls_without_callback_urls() {
        assertThat(faults(ClientKind.SPA, web -> web.logoutUrls("https://shop.example.com")))
                .containsExactly(
                        "UserPool \"customers\": clients.app.logoutUrls is [https://shop.example.com], but without callbackUrls users neither log in nor out at the pool's domain; give callbackUrls, or leave them out.");
    }

    @Test
    void requires_openid_for_scopes_and_load_balancers_that_depend_on_it() {
        assertThat(faults(ClientKind.SERVER, server -> server.callbackUrls("https://shop.example.com")
                        .scopes()))
                .containsExactly(
                        "UserPool \"customers\": clients.app.scopes is missing, but a client that logs users in requires a scope; leave the option out, or give openid.");
        assertThat(faults(ClientKind.SERVER, server -> server.callbackUrls("https://shop.example.com")
                        .scopes("email")))
                .containsExactly(
                        "UserPool \"customers\": clients.app.scopes is [email], but a load balancer requests openid, and email, profile and phone require it; add openid.");
        assertThat(faults(ClientKind.SERVER, server -> server.loadBalancerUrl("https://shop.example.com")
                        .scopes("aws.cognito.signin.user.admin")))
                .singleElement(STRING)
                .contains("a load balancer requests openid");
        assertThat(faults(ClientKind.SERVER, server -> server.callbackUrls("https://shop.example.com")
                        .scopes("aws.cognito.signin.user.admin")))
                .isEmpty();
    }

    @Test
    void rejects_urls_that_are_too_long_or_too_many() {
        var tooLong = "https://shop.example.com/" + "x".repeat(1000);

        assertThat(faults(ClientKind.SPA, web -> web.callbackUrls(tooLong)))
                .singleElement(STRING)
                .contains("at most 1024 characters");
        assertThat(faults(ClientKind.SERVER, server -> {
                    for (int i = 0; i < 100; i++) {
                        server.addCallbackUrls("https://shop.example.com/" + i);
                    }
                    server.loadBalancerUrl("https://shop.example.com");
                }))
                .singleElement(STRING)
                .contains("callbackUrls is 101 URLs");
    }

    @Test
    void rejects_writable_attributes_that_the_pool_does_not_have() {
        assertThat(faults(valid().client("app", ClientKind.SPA, app -> app.writableAttributes("tenant"))))
                .isEmpty();
        assertThat(faults(valid().client("app", ClientKind.SPA, app -> app.writableAttributes("custom:tenant"))))
                .containsExactly(
                        "UserPool \"customers\": clients.app.writableAttributes is custom:tenant, but the custom attributes of the pool are [tenant]; name one of these without custom:.");
        assertThat(faults(valid().client("app", ClientKind.MACHINE, app -> app.scopes("orders/read")
                        .writableAttributes("tenant"))))
                .singleElement(STRING)
                .contains("writableAttributes is [tenant], but no user logs in to a machine");
    }

    @Test
    void rejects_an_email_sender_without_an_address() {
        var identity = Output.of("arn:aws:ses:eu-central-1:000000000000:identity/example.com");

        assertThat(faults(UserPoolArgs.builder().emailSender(identity, "Orders <no-reply@example.com>")))
                .isEmpty();
        assertThat(faults(UserPoolArgs.builder().emailSender(identity, "no-reply@example.com")))
                .isEmpty();
        assertThat(faults(UserPoolArgs.builder().emailSender(identity, "Orders")))
                .containsExactly(
                        "UserPool \"customers\": emailSender.from is \"Orders\", but an e-mail address is required; write it like no-reply@example.com or Orders <no-reply@example.com>.");
    }

    @Test
    void rejects_a_machine_without_scopes_of_resource_servers() {
        assertThat(faults(ClientKind.MACHINE, machine -> {}))
                .singleElement(STRING)
                .contains("a machine gets tokens for scopes of resource servers");
        assertThat(faults(ClientKind.MACHINE, machine -> machine.scopes("openid")))
                .singleElement(STRING)
                .contains("it is a scope of users, and a machine has none");
    }

    @Test
    void rejects_token_lifetimes_that_cognito_does_not_allow() {
        assertThat(faults(ClientKind.SPA, web -> web.accessTokenValidity(Duration.ofMinutes(5))
                        .idTokenValidity(Duration.ofDays(1))
                        .refreshTokenValidity(Duration.ofDays(3650))))
                .isEmpty();
        assertThat(faults(ClientKind.SPA, web -> web.idTokenValidity(Duration.ofMinutes(4))))
                .singleElement(STRING)
                .contains("idTokenValidity is PT4M");
        assertThat(faults(ClientKind.SPA, web -> web.accessTokenValidity(Duration.ofSeconds(301))))
                .singleElement(STRING)
                .contains("accessTokenValidity is PT5M1S");
        assertThat(faults(ClientKind.SPA, web -> web.refreshTokenValidity(Duration.ofDays(3651))))
                .singleElement(STRING)
                .contains("refreshTokenValidity");
        assertThat(faults(ClientKind.SPA, web -> web.idTokenValidity(Duration.ofHours(2))
                        .refreshTokenValidity(Duration.ofHours(2))))
                .containsExactly(
                        "UserPool \"customers\": clients.app.refreshTokenValidity is PT2H, but the tokens that it renews are valid for PT2H; make it longer than that.");
    }

    @Test
    void rejects_features_that_the_plan_does_not_have() {
        assertThat(faults(UserPoolArgs.builder().threatProtection(ThreatProtection.ENFORCED)))
                .isEmpty();
        assertThat(faults(UserPoolArgs.builder()
                        .threatProtection(ThreatProtection.AUDIT)
                        .featurePlan(FeaturePlan.ESSENTIALS)))
                .containsExactly(
                        "UserPool \"customers\": threatProtection is AUDIT, but the plan is ESSENTIALS, and only PLUS has it; leave one of the two options out.");
        assertThat(faults(UserPoolArgs.builder()
                        .featurePlan(FeaturePlan.LITE)
                        .passwordHistorySize(5)
                        .passkeyDomain("example.com")))
                .hasSize(2)
                .allSatisfy(fault -> assertThat(fault).contains("the plan LITE"));
    }

    @Test
    void rejects_password_rules_outside_cognitos_limits() {
        assertThat(faults(UserPoolArgs.builder().minimumPasswordLength(100))).hasSize(1);
        assertThat(faults(UserPoolArgs.builder().passwordHistorySize(25))).hasSize(1);
        assertThat(faults(UserPoolArgs.builder().temporaryPasswordValidity(Duration.ofHours(36))))
                .singleElement(STRING)
                .contains("1 to 365 whole days");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme-aws", "cognito", "Acme", "acme_shop", "-acme", "acme.example.com"})
    void rejects_domain_prefixes_that_cognito_does_not_allow(String prefix) {
        assertThat(faults(UserPoolArgs.builder().domainPrefix(prefix)))
                .singleElement(STRING)
                .contains("domain is " + prefix);
    }

    @Test
    void rejects_custom_domains_without_parent_certificate_or_matching_passkey_domain() {
        var certificate = Output.of("arn:aws:acm:us-east-1:000000000000:certificate/c");

        assertThat(faults(UserPoolArgs.builder().customDomain("login.example.com", certificate)))
                .isEmpty();
        assertThat(faults(UserPoolArgs.builder().customDomain("example.com", certificate)))
                .singleElement(STRING)
                .contains("whose parent has an A record");
        assertThat(faults(UserPoolArgs.builder()
                        .customDomain("login.example.com", certificate)
                        .passkeyDomain("example.com")))
                .singleElement(STRING)
                .contains("users log in at the custom domain login.example.com");
        assertThat(faults(UserPoolArgs.builder().passkeyDomain("Example"))).hasSize(1);
        assertThat(faults(UserPoolArgs.builder().customDomain("a".repeat(60) + ".example.com", certificate)))
                .singleElement(STRING)
                .contains("at most 63 characters");
        assertThat(faults(UserPoolArgs.builder().domain(new LoginDomain("login.example.com", true, null, null, null))))
                .containsExactly(
                        "UserPool \"customers\": domain is login.example.com without a certificate, but a custom domain needs one of us-east-1; give its ARN, or the zone and a provider of us-east-1 to issue it with.");
    }

    @Test
    void rejects_resource_servers_without_valid_scopes() {
        assertThat(faults(UserPoolArgs.builder().resourceServer("orders")))
                .singleElement(STRING)
                .contains("0 scopes");
        assertThat(faults(UserPoolArgs.builder().putResourceServers("my orders", Map.of("read/all", "Read all"))))
                .hasSize(2)
                .anySatisfy(fault -> assertThat(fault).contains("\"my orders\""))
                .anySatisfy(fault -> assertThat(fault).contains("\"read/all\""));
    }

    @Test
    void rejects_more_than_50_attributes() {
        var args = UserPoolArgs.builder().requiredAttributes(StandardAttribute.EMAIL);
        for (int i = 0; i < 50; i++) {
            args.attribute("a" + i, UserAttribute.bool());
        }

        assertThat(faults(args)).singleElement(STRING).contains("51 attributes");
    }

    @Test
    void rejects_a_firewall_of_scope_cloudfront() {
        assertThat(faults(UserPoolArgs.builder().firewall(new Firewall() {
                    @Override
                    public Output<String> arn() {
                        return Output.of("arn");
                    }

                    @Override
                    public boolean isRegional() {
                        return false;
                    }
                })))
                .singleElement(STRING)
                .contains("scope CLOUDFRONT");
    }

    @Test
    void rejects_attributes_and_resource_servers_given_twice() {
        var args = UserPoolArgs.builder()
                .attribute("tenant", UserAttribute.text(1, 64))
                .attribute("tenant", UserAttribute.text(1, 128))
                .resourceServer("orders", "read")
                .resourceServer("orders", "write");

        assertThat(faults(args))
                .containsExactly(
                        "UserPool \"customers\": attributes is \"tenant\" a second time, but it would replace the first; use another name.",
                        "UserPool \"customers\": resourceServers is \"orders\" a second time, but it would replace the first; use another name.");
        assertThat(faults(args.build().toBuilder())).hasSize(2);
    }
}

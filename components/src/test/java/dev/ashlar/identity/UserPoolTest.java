package dev.ashlar.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.core.Output;
import dev.ashlar.core.Firewall;
import dev.ashlar.core.InvalidArgsException;
import dev.ashlar.core.Profile;
import dev.ashlar.core.SecretReference;
import dev.ashlar.core.Signal;
import dev.ashlar.graph.GraphDifference;
import dev.ashlar.graph.GraphResource;
import dev.ashlar.graph.PropertyValues;
import dev.ashlar.graph.ResourceGraph;
import dev.ashlar.messaging.QueueTopology;
import dev.ashlar.messaging.QueueTopologyArgs;
import dev.ashlar.preflight.testkit.Recording;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class UserPoolTest {

    private static final String POOL = "aws:cognito/userPool:UserPool";
    private static final String CLIENT = "aws:cognito/userPoolClient:UserPoolClient";
    private static final String DOMAIN = "aws:cognito/userPoolDomain:UserPoolDomain";
    private static final String RESOURCE_SERVER = "aws:cognito/resourceServer:ResourceServer";
    private static final String SECRET = "aws:secretsmanager/secret:Secret";
    private static final String SECRET_VERSION = "aws:secretsmanager/secretVersion:SecretVersion";
    private static final String RECORD = "aws:route53/record:Record";

    private static UserPoolArgs.Builder withClients() {
        return UserPoolArgs.builder()
                .domainPrefix("acme-customers")
                .resourceServer("orders", "read")
                .client("web", ClientKind.SPA, web -> web.callbackUrls("https://shop.example.com/login"))
                .client(
                        "console",
                        ClientKind.SERVER,
                        console -> console.loadBalancerUrl("https://Console.example.com/"))
                .client("billing", ClientKind.MACHINE, billing -> billing.scopes("orders/read"));
    }

    private static Recording recording(UserPoolArgs.Builder args, Consumer<UserPool> use) {
        return Recording.of(context -> use.accept(new UserPool("customers", args.build())));
    }

    private static ResourceGraph graph(UserPoolArgs.Builder args) {
        return recording(args, pool -> {}).graph();
    }

    private static GraphResource pool(UserPoolArgs.Builder args) {
        return graph(args).resource(POOL, "customers");
    }

    @Test
    void signs_in_by_email_address_and_lets_only_administrators_create_users_by_default() {
        assertThat(pool(UserPoolArgs.builder()).inputs())
                .containsEntry("usernameAttributes", List.of("email"))
                .containsEntry("usernameConfiguration", Map.of("caseSensitive", false))
                .containsEntry("adminCreateUserConfig", Map.of("allowAdminCreateUserOnly", true))
                .containsEntry("autoVerifiedAttributes", List.of("email"))
                .containsEntry(
                        "userAttributeUpdateSettings",
                        Map.of("attributesRequireVerificationBeforeUpdates", List.of("email")))
                .containsEntry(
                        "accountRecoverySetting",
                        Map.of("recoveryMechanisms", List.of(Map.of("name", "verified_email", "priority", 1))))
                .doesNotContainKeys("name", "schemas", "userPoolAddOns", "webAuthnConfiguration");
    }

    @Test
    void requires_long_passwords_and_offers_a_second_factor() {
        assertThat(pool(UserPoolArgs.builder()).inputs())
                .containsEntry("mfaConfiguration", "OPTIONAL")
                .containsEntry("softwareTokenMfaConfiguration", Map.of("enabled", true))
                .containsEntry(
                        "passwordPolicy",
                        Map.of(
                                "minimumLength",
                                12,
                                "requireLowercase",
                                true,
                                "requireUppercase",
                                true,
                                "requireNumbers",
                                true,
                                "requireSymbols",
                                true,
                                "temporaryPasswordValidityDays",
                                7));
        assertThat(pool(UserPoolArgs.builder().mfa(Mfa.REQUIRED)).input("mfaConfiguration"))
                .isEqualTo("ON");
        assertThat(pool(UserPoolArgs.builder().mfa(Mfa.OFF)).inputs())
                .containsEntry("mfaConfiguration", "OFF")
                .doesNotContainKey("softwareTokenMfaConfiguration");
    }

    @Test
    void allows_passkeys_as_first_factor() {
        var graph = graph(withClients().passkeyDomain("example.com"));

        assertThat(graph.resource(POOL, "customers").inputs())
                .containsEntry(
                        "webAuthnConfiguration",
                        Map.of("relyingPartyId", "example.com", "userVerification", "required"))
                .containsEntry("signInPolicy", Map.of("allowedFirstAuthFactors", List.of("PASSWORD", "WEB_AUTHN")));
        assertThat(graph.resource(CLIENT, "customers-web").input("explicitAuthFlows"))
                .asInstanceOf(LIST)
                .contains("ALLOW_USER_AUTH");
    }

    @Test
    void selects_the_plan_that_its_features_require() {
        assertThat(pool(UserPoolArgs.builder()).input("userPoolTier")).isEqualTo("ESSENTIALS");
        assertThat(pool(UserPoolArgs.builder().threatProtection(ThreatProtection.ENFORCED))
                        .inputs())
                .containsEntry("userPoolTier", "PLUS")
                .containsEntry("userPoolAddOns", Map.of("advancedSecurityMode", "ENFORCED"));
    }

    @Test
    void is_protected_from_deletion_if_the_profile_protects_data() {
        var prod = pool(UserPoolArgs.builder());
        var dev = pool(UserPoolArgs.builder().profile(Profile.DEV));

        assertThat(prod.input("deletionProtection")).isEqualTo("ACTIVE");
        assertThat(prod.options().protect()).isTrue();
        assertThat(dev.input("deletionProtection")).isEqualTo("INACTIVE");
        assertThat(dev.options().protect()).isFalse();
    }

    @Test
    void sets_the_bounds_of_every_attribute() {
        assertThat(pool(UserPoolArgs.builder()
                                .requiredAttributes(StandardAttribute.BIRTHDATE, StandardAttribute.EMAIL)
                                .attribute("tenant", UserAttribute.text(1, 64).immutable())
                                .attribute("age", UserAttribute.number(-1, 150))
                                .attribute("vip", UserAttribute.bool()))
                        .input("schemas"))
                .asInstanceOf(LIST)
                .containsExactly(
                        text("birthdate", true, true, "10", "10"),
                        text("email", true, true, "0", "2048"),
                        Map.of(
                                "name",
                                "age",
                                "attributeDataType",
                                "Number",
                                "developerOnlyAttribute",
                                false,
                                "mutable",
                                true,
                                "required",
                                false,
                                "numberAttributeConstraints",
                                Map.of("minValue", "-1", "maxValue", "150")),
                        text("tenant", false, false, "1", "64"),
                        Map.of(
                                "name",
                                "vip",
                                "attributeDataType",
                                "Boolean",
                                "developerOnlyAttribute",
                                false,
                                "mutable",
                                true,
                                "required",
                                false));
    }

    private static Map<String, Object> text(
            String name, boolean required, boolean mutable, String minLength, String maxLength) {
        return Map.of(
                "name",
                name,
                "attributeDataType",
                "String",
                "developerOnlyAttribute",
                false,
                "mutable",
                mutable,
                "required",
                required,
                "stringAttributeConstraints",
                Map.of("minLength", minLength, "maxLength", maxLength));
    }

    @Test
    void rejects_a_changed_or_removed_attribute_at_preview_in_every_environment() {
        var created = Recording.of(context -> create(UserPoolArgs.builder()
                .attribute("tenant", UserAttribute.text(1, 64))
                .attribute("vip", UserAttribute.bool())
                .profile(Profile.DEV)));

        var rejected = created.nextFailing(context -> create(UserPoolArgs.builder()
                .attribute("tenant", UserAttribute.text(1, 128))
                .profile(Profile.DEV)));

        assertThat(rejected.failure())
                .contains(
                        "UserPool \"customers\": attributes is custom:tenant as String 1..128 mutable, but the pool has it as String 1..64 mutable, and Cognito cannot change or remove an attribute; restore it, and add another attribute instead.",
                        "attributes is without custom:vip");
        assertThat(rejected.graph().names(POOL)).isEmpty();
    }

    @Test
    void rejects_a_newly_required_attribute_at_preview() {
        var created = Recording.of(context -> create(UserPoolArgs.builder()));

        assertThat(created.nextFailing(
                                context -> create(UserPoolArgs.builder().requiredAttributes(StandardAttribute.EMAIL)))
                        .failure())
                .startsWith("UserPool \"customers\": requiredAttributes is email, but the pool does not require it");
    }

    private static void create(UserPoolArgs.Builder args) {
        new UserPool("customers", args.build());
    }

    @Test
    void a_new_attribute_or_client_removes_no_resource() {
        var before = graph(withClients());
        var attribute = GraphDifference.between(before, graph(withClients().attribute("vip", UserAttribute.bool())));
        var client = GraphDifference.between(
                before,
                graph(withClients()
                        .client("app", ClientKind.SPA, app -> app.callbackUrls("com.example.shop://login"))));

        assertThat(attribute.removed()).isEmpty();
        assertThat(client.onlyAdds()).isTrue();
    }

    @Test
    void returns_its_schema_for_a_lock() {
        var schema = new AtomicReference<Map<String, String>>();
        recording(
                UserPoolArgs.builder().attribute("tenant", UserAttribute.text(1, 64)),
                pool -> schema.set(pool.schema()));

        assertThat(schema.get()).isEqualTo(Map.of("custom:tenant", "String 1..64 mutable"));
    }

    @Test
    void clients_hide_which_users_exist_and_support_revocation() {
        assertThat(graph(withClients()).ofType(CLIENT)).hasSize(3).allSatisfy(client -> assertThat(client.inputs())
                .containsEntry("preventUserExistenceErrors", "ENABLED")
                .containsEntry("enableTokenRevocation", true)
                .containsEntry("accessTokenValidity", 60)
                .containsEntry("idTokenValidity", 60)
                .containsEntry("refreshTokenValidity", 43200)
                .containsEntry(
                        "tokenValidityUnits",
                        Map.of("accessToken", "minutes", "idToken", "minutes", "refreshToken", "minutes")));
    }

    @Test
    void an_spa_has_no_secret_uses_a_code_and_rotates_its_refresh_token() {
        assertThat(graph(withClients()).resource(CLIENT, "customers-web").inputs())
                .containsEntry("generateSecret", false)
                .containsEntry("allowedOauthFlowsUserPoolClient", true)
                .containsEntry("allowedOauthFlows", List.of("code"))
                .containsEntry("allowedOauthScopes", List.of("email", "openid", "profile"))
                .containsEntry("callbackUrls", List.of("https://shop.example.com/login"))
                .containsEntry("supportedIdentityProviders", List.of("COGNITO"))
                .containsEntry("explicitAuthFlows", List.of("ALLOW_USER_SRP_AUTH"))
                .containsEntry("refreshTokenRotation", Map.of("feature", "ENABLED", "retryGracePeriodSeconds", 10));
    }

    @Test
    void a_load_balancer_is_a_server_with_a_callback_in_lower_case() {
        assertThat(graph(withClients()).resource(CLIENT, "customers-console").inputs())
                .containsEntry("generateSecret", true)
                .containsEntry("callbackUrls", List.of("https://console.example.com/oauth2/idpresponse"))
                .doesNotContainKey("refreshTokenRotation");
    }

    @Test
    void a_machine_depends_on_the_resource_servers_of_its_scopes() {
        var graph = graph(withClients());
        var machine = graph.resource(CLIENT, "customers-billing");
        var server = graph.resource(RESOURCE_SERVER, "customers-scopes-of-orders");

        assertThat(machine.inputs())
                .containsEntry("allowedOauthFlows", List.of("client_credentials"))
                .containsEntry("allowedOauthScopes", List.of("orders/read"))
                .containsEntry("callbackUrls", List.of())
                .containsEntry("supportedIdentityProviders", List.of())
                .doesNotContainKeys("readAttributes", "writeAttributes");
        assertThat(machine.dependencies()).contains(server.urn());
        assertThat(server.inputs())
                .containsEntry("identifier", "orders")
                .containsEntry("scopes", List.of(Map.of("scopeName", "read", "scopeDescription", "read")));
    }

    @Test
    void keeps_client_secrets_in_secrets_manager_and_out_of_outputs() {
        var recording = recording(withClients(), pool -> {});
        var graph = recording.graph();
        var secret = graph.resource(SECRET, "customers-console");

        assertThat(graph.names(SECRET)).containsExactlyInAnyOrder("customers-console", "customers-billing");
        var value = String.valueOf(graph.resource(CLIENT, "customers-console").output("clientSecret"));
        assertThat(graph.resource(SECRET_VERSION, "customers-console").inputs())
                .containsEntry("secretId", secret.output("id"))
                .containsEntry("secretString", new PropertyValues.Secret(value));
        assertThat(graph.resource("ashlar:identity:UserPool", "customers")
                        .outputs()
                        .toString())
                .doesNotContain(value);
        assertThat(graph(withClients().profile(Profile.DEV))
                        .resource(SECRET, "customers-console")
                        .input("recoveryWindowInDays"))
                .isEqualTo(0);
    }

    @Test
    void returns_issuer_keys_and_audience() {
        var recording = Recording.of(context -> {
            var pool = new UserPool("customers", withClients().build());
            context.export("issuer", pool.issuer());
            context.export("jwks", pool.jwksUri());
            context.export("loginUrl", pool.loginUrl());
            context.export("audience", Output.all(pool.audience("web", "console")));
        });
        var graph = recording.graph();
        var id = graph.resource(POOL, "customers").output("id");

        assertThat(recording.outputs())
                .containsEntry("issuer", "https://cognito-idp.eu-central-1.amazonaws.com/" + id)
                .containsEntry(
                        "jwks", "https://cognito-idp.eu-central-1.amazonaws.com/" + id + "/.well-known/jwks.json")
                .containsEntry("loginUrl", "https://acme-customers.auth.eu-central-1.amazoncognito.com")
                .containsEntry(
                        "audience",
                        List.of(
                                graph.resource(CLIENT, "customers-web").output("id"),
                                graph.resource(CLIENT, "customers-console").output("id")));
    }

    @Test
    void returns_bindings_to_validate_and_to_request_tokens() {
        recording(withClients(), pool -> {
            var tokens = pool.tokens("web", "console");
            assertThat(tokens.provider()).isEqualTo("customers");
            assertThat(tokens.environment())
                    .containsOnlyKeys("CUSTOMERS_ISSUER", "CUSTOMERS_JWKS_URI", "CUSTOMERS_AUDIENCE");
            assertThat(tokens.secrets()).isEmpty();
            assertThat(pool.client("billing").environment())
                    .containsOnlyKeys(
                            "CUSTOMERS_BILLING_ISSUER", "CUSTOMERS_BILLING_CLIENT_ID", "CUSTOMERS_BILLING_LOGIN_URL");
            assertThat(pool.client("billing").secrets()).containsOnlyKeys("CUSTOMERS_BILLING_CLIENT_SECRET");
            assertThat(pool.client("billing", "AUTH").secrets()).containsOnlyKeys("AUTH_CLIENT_SECRET");
            assertThatThrownBy(() -> pool.client("web"))
                    .isInstanceOf(InvalidArgsException.class)
                    .hasMessage("UserPool \"customers\": client is \"web\", but the clients that have a secret are"
                            + " [billing, console]; use one of these, or add it.");
            assertThatThrownBy(() -> pool.tokens("shop"))
                    .isInstanceOf(InvalidArgsException.class)
                    .hasMessage("UserPool \"customers\": client is \"shop\", but the pool has the clients"
                            + " [billing, console, web]; use one of these, or add it.");
        });
    }

    @Test
    void rejects_a_load_balancer_login_of_a_client_that_is_not_a_server() {
        recording(withClients(), pool -> {
            assertThat(pool.login("console")).isNotNull();
            assertThatThrownBy(() -> pool.login("web"))
                    .isInstanceOf(InvalidArgsException.class)
                    .hasMessage(
                            "UserPool \"customers\": client is \"web\", but a load balancer logs users in as a server,"
                                    + " which has a secret; make it one of the kind SERVER with the loadBalancerUrl.");
            assertThatThrownBy(() -> pool.login("billing")).hasMessageContaining("logs users in as a server");
        });
        recording(UserPoolArgs.builder(), pool -> assertThatThrownBy(pool::domain)
                .isInstanceOf(InvalidArgsException.class)
                .hasMessage("UserPool \"customers\": domain is missing, but users log in there; give a"
                        + " domainPrefix or a customDomain."));
    }

    @Test
    void users_read_all_attributes_and_write_only_the_listed_custom_ones() {
        var graph = graph(withClients()
                .attribute("tenant", UserAttribute.text(1, 64))
                .attribute("theme", UserAttribute.text(1, 64))
                .client("app", ClientKind.SPA, app -> app.writableAttributes("theme")));
        var web = graph.resource(CLIENT, "customers-web");

        assertThat(web.input("readAttributes"))
                .asInstanceOf(LIST)
                .contains("custom:tenant", "custom:theme", "email", "email_verified", "updated_at");
        assertThat(web.input("writeAttributes"))
                .asInstanceOf(LIST)
                .contains("email", "family_name", "updated_at")
                .doesNotContain("custom:tenant", "custom:theme", "email_verified");
        assertThat(graph.resource(CLIENT, "customers-app").input("writeAttributes"))
                .asInstanceOf(LIST)
                .contains("custom:theme")
                .doesNotContain("custom:tenant");
    }

    @Test
    void sets_empty_values_for_removed_options() {
        var graph = graph(UserPoolArgs.builder().client("app", ClientKind.SPA, app -> {}));

        assertThat(graph.resource(CLIENT, "customers-app").inputs())
                .containsEntry("allowedOauthFlows", List.of())
                .containsEntry("allowedOauthScopes", List.of())
                .containsEntry("callbackUrls", List.of())
                .containsEntry("logoutUrls", List.of())
                .containsEntry("supportedIdentityProviders", List.of());
        assertThat(graph.resource(POOL, "customers").inputs())
                .containsEntry("emailConfiguration", Map.of("emailSendingAccount", "COGNITO_DEFAULT"))
                .containsEntry("signInPolicy", Map.of("allowedFirstAuthFactors", List.of("PASSWORD")));
        assertThat(pool(UserPoolArgs.builder().featurePlan(FeaturePlan.LITE)).inputs())
                .doesNotContainKey("signInPolicy");
    }

    @Test
    void a_load_balancer_callback_uses_its_host_over_https() {
        var graph = graph(UserPoolArgs.builder()
                .domainPrefix("acme")
                .client("app", ClientKind.SERVER, app -> app.loadBalancerUrl("https://shop.example.com/console/")));

        assertThat(graph.resource(CLIENT, "customers-app").input("callbackUrls"))
                .isEqualTo(List.of("https://shop.example.com/oauth2/idpresponse"));
        assertThat(Recording.failing(context -> new UserPool(
                                "customers",
                                UserPoolArgs.builder()
                                        .domainPrefix("acme")
                                        .client(
                                                "app",
                                                ClientKind.SERVER,
                                                app -> app.loadBalancerUrl("http://shop.example.com"))
                                        .build()))
                        .failure())
                .isEqualTo("UserPool \"customers\": clients.app.loadBalancerUrls is http://shop.example.com, but a load"
                        + " balancer logs users in over HTTPS only; give it a certificate or a domain, and its URL like"
                        + " https://shop.example.com.");
    }

    @Test
    void creates_a_prefix_domain_of_cognito() {
        var graph = graph(withClients());

        assertThat(graph.resource(DOMAIN, "customers-domain").inputs())
                .containsEntry("domain", "acme-customers")
                .containsEntry("managedLoginVersion", 1)
                .doesNotContainKey("certificateArn");
        assertThat(graph.resource(DOMAIN, "customers-domain").options().deleteBeforeReplace())
                .isTrue();
        assertThat(graph.names(RECORD)).isEmpty();
    }

    @Test
    void creates_a_custom_domain_with_a_certificate_in_us_east_1() {
        var recording = Recording.of(context -> {
            var usEast1 = new Provider(
                    "us-east-1", ProviderArgs.builder().region("us-east-1").build());
            var pool = new UserPool(
                    "customers",
                    UserPoolArgs.builder()
                            .customDomain("login.example.com", Output.of("Z1"), usEast1)
                            .build());
            context.export("loginUrl", pool.loginUrl());
        });
        var graph = recording.graph();
        var certificate = graph.resource("aws:acm/certificate:Certificate", "customers-certificate");

        assertThat(certificate.options().provider()).contains("us-east-1");
        assertThat(graph.resource(DOMAIN, "customers-domain").inputs())
                .containsEntry("domain", "login.example.com")
                .containsEntry("certificateArn", certificate.output("arn"));
        assertThat(graph.resource(RECORD, "customers-alias").inputs())
                .containsEntry("name", "login.example.com")
                .containsEntry("zoneId", "Z1")
                .containsEntry("type", "A");
        assertThat(recording.outputs()).containsEntry("loginUrl", "https://login.example.com");
    }

    @Test
    void rejects_a_certificate_outside_us_east_1() {
        var failing = Recording.failing(context -> new UserPool(
                "customers",
                UserPoolArgs.builder()
                        .customDomain(
                                "login.example.com", Output.of("arn:aws:acm:eu-central-1:000000000000:certificate/c"))
                        .build()));

        assertThat(failing.failure())
                .isEqualTo("UserPool \"customers\": domain has the certificate"
                        + " arn:aws:acm:eu-central-1:000000000000:certificate/c, but Cognito looks for it in us-east-1;"
                        + " issue it there, or give the zone and a provider of that region.");
    }

    @Test
    void sends_emails_through_ses() {
        var identity = "arn:aws:ses:eu-central-1:000000000000:identity/example.com";

        assertThat(pool(UserPoolArgs.builder().emailSender(Output.of(identity), "no-reply@example.com"))
                        .input("emailConfiguration"))
                .isEqualTo(Map.of(
                        "emailSendingAccount", "DEVELOPER",
                        "sourceArn", identity,
                        "fromEmailAddress", "no-reply@example.com"));
    }

    @Test
    void is_associated_with_a_firewall() {
        var webAcl = "arn:aws:wafv2:eu-central-1:000000000000:regional/webacl/edge/0a";
        var graph = graph(UserPoolArgs.builder().firewall(new Firewall() {
            @Override
            public Output<String> arn() {
                return Output.of(webAcl);
            }

            @Override
            public boolean isRegional() {
                return true;
            }
        }));

        assertThat(graph.resource("aws:wafv2/webAclAssociation:WebAclAssociation", "customers-firewall")
                        .inputs())
                .containsEntry("webAclArn", webAcl)
                .containsEntry("resourceArn", graph.resource(POOL, "customers").output("arn"));
    }

    @Test
    void publishes_sign_ins_and_throttles_as_signals() {
        recording(withClients(), pool -> assertThat(pool.signals())
                .filteredOn(signal -> signal.name().startsWith("web-"))
                .extracting(Signal::metric)
                .containsExactly("SignInSuccesses", "SignInThrottles", "TokenRefreshThrottles"));
    }

    @Test
    void an_existing_pool_returns_the_same_bindings() {
        var existing = UserPool.fromExisting(
                "customers",
                ExistingUserPoolArgs.builder()
                        .arn("arn:pool")
                        .id("eu-central-1_a")
                        .issuer("https://issuer")
                        .domain("acme")
                        .loginUrl("https://login")
                        .client("web", Output.of("web-id"))
                        .client("console", Output.of("console-id"), SecretReference.of(Output.of("arn:secret")))
                        .build());

        recording(withClients(), created -> {
            assertThat(existing.tokens("web").environment().keySet())
                    .isEqualTo(created.tokens("web").environment().keySet());
            assertThat(existing.client("console").secrets().keySet())
                    .isEqualTo(created.client("console").secrets().keySet());
            assertThat(existing.login("console")).isNotNull();
        });
        assertThatThrownBy(() -> existing.client("web"))
                .hasMessageContaining("clients that have a secret are [console]");
    }

    @Test
    void an_existing_pool_reports_missing_options() {
        assertThatThrownBy(() -> UserPool.fromExisting(
                        "customers",
                        ExistingUserPoolArgs.builder().arn("arn:pool").build()))
                .isInstanceOf(InvalidArgsException.class)
                .hasMessageContainingAll("id is missing", "issuer is missing");
        var existing = UserPool.fromExisting(
                "customers",
                ExistingUserPoolArgs.builder()
                        .arn("arn:pool")
                        .id("id")
                        .issuer("https://issuer")
                        .client("console", Output.of("console-id"))
                        .build());
        assertThatThrownBy(() -> existing.login("console"))
                .isInstanceOf(InvalidArgsException.class)
                .hasMessage(
                        "UserPool.fromExisting \"customers\": domain is missing, but users log in there; give it to fromExisting.");
    }

    @Test
    void reports_its_violations_together_with_those_of_the_components_that_use_it() {
        var failing = Recording.failing(context -> {
            var users = new UserPool(
                    "customers", withClients().minimumPasswordLength(8).build());
            assertThat(users.signals()).hasSize(9);
            assertThat(users.schema()).isEmpty();
            users.login("console");
            users.client("billing");
            context.export("loginUrl", users.loginUrl());
            new QueueTopology(
                    "pipeline",
                    QueueTopologyArgs.builder()
                            .queue("inbound", queue -> queue.kmsKeyArn(users.issuer())
                                    .maxReceives(0))
                            .build());
        });

        assertThat(failing.failure())
                .startsWith("2 faults")
                .contains(
                        "UserPool \"customers\": minimumPasswordLength is 8",
                        "QueueTopology \"pipeline\": inbound.maxReceives is 0");
        assertThat(failing.graph().names(POOL)).isEmpty();
    }

    @Test
    void reports_unknown_clients_together_with_the_violations_of_the_pool() {
        var failing = Recording.failing(context -> {
            var users = new UserPool(
                    "customers", withClients().minimumPasswordLength(8).build());
            users.tokens("shop");
            users.client("web");
        });

        assertThat(failing.failure())
                .startsWith("3 faults")
                .contains(
                        "the pool has the clients [billing, console, web]",
                        "the clients that have a secret are [billing, console]");
    }

    @Test
    void rejects_a_client_of_an_existing_pool_given_twice() {
        var args = ExistingUserPoolArgs.builder()
                .arn("arn:pool")
                .id("id")
                .issuer("https://issuer")
                .client("web", Output.of("one"))
                .client("web", Output.of("two"), SecretReference.of(Output.of("arn:secret")));

        assertThatThrownBy(() -> UserPool.fromExisting("customers", args.build()))
                .hasMessage(
                        "UserPool.fromExisting \"customers\": clients is \"web\" a second time, but it would replace the first; use another name.");
    }
}

package dev.ashlar.internal.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Binding;
import dev.ashlar.core.NetworkPath;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.core.SecretReference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BindingExportTest {

    private static final Binding BINDING = Binding.builder()
            .provider("orders")
            .access("connect")
            .putEnvironment("ORDERS_HOST", Output.of("db.internal"))
            .putSecrets(
                    "ORDERS_PASSWORD", new SecretReference(Output.of("secret-arn"), "password", Output.of("key-arn")))
            .addStatements(PolicyStatement.allow(Output.of("db-arn"), "rds-db:connect")
                    .when("StringEquals", "aws:ResourceTag/team", Output.of("orders"))
                    .when("StringLike", "aws:userid", List.of("a*", "b*")))
            .path(new NetworkPath(Output.of("sg-1"), 5432))
            .addServices(AwsService.SECRETS_MANAGER)
            .build();

    private static String exported(Binding binding) {
        return PulumiTest.extractValue(binding.export());
    }

    @Test
    void reads_the_binding_that_was_exported() {
        var text = exported(BINDING);

        assertThat(exported(BindingExport.read(text, "output orders of stack data")))
                .isEqualTo(text);
        assertThat(text)
                .contains(
                        "\"ORDERS_HOST\":\"db.internal\"",
                        "\"jsonKey\":\"password\"",
                        "\"port\":5432",
                        "{\"StringEquals\":{\"aws:ResourceTag/team\":\"orders\"},"
                                + "\"StringLike\":{\"aws:userid\":[\"a*\",\"b*\"]}}",
                        "SECRETS_MANAGER");
    }

    @Test
    void reads_the_shape_without_waiting_for_outputs() {
        var binding = BindingExport.read(exported(BINDING), "output orders of stack data");

        assertThat(binding.provider()).isEqualTo("orders");
        assertThat(binding.access()).isEqualTo("connect");
        assertThat(binding.environment()).containsOnlyKeys("ORDERS_HOST");
        assertThat(binding.path()).map(NetworkPath::port).contains(5432);
        assertThat(binding.services()).containsExactly(AwsService.SECRETS_MANAGER);
    }

    @Test
    void exports_whether_a_provider_pauses() {
        var pausing = Binding.builder().from(BINDING).pausesWhenIdle(true).build();

        assertThat(BindingExport.read(exported(pausing), "output orders of stack data")
                        .pausesWhenIdle())
                .isTrue();
        assertThat(BindingExport.read(exported(BINDING), "output orders of stack data")
                        .pausesWhenIdle())
                .isFalse();
    }

    @Test
    void exports_whether_a_secret_rotates() {
        var lasting = SecretReference.of(Output.of("token-arn"));
        var binding = Binding.builder()
                .from(BINDING)
                .putSecrets("ORDERS_PASSWORD", lasting.rotating())
                .putSecrets("ORDERS_TOKEN", lasting)
                .build();

        var secrets = BindingExport.read(exported(binding), "output orders of stack data")
                .secrets();

        assertThat(secrets.get("ORDERS_PASSWORD").rotates()).isTrue();
        assertThat(secrets.get("ORDERS_TOKEN").rotates()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "{}", "{\"provider\": 1}"})
    void rejects_an_output_that_is_not_a_binding_with_its_origin(String text) {
        assertThatThrownBy(() -> BindingExport.read(text, "output orders of stack data"))
                .hasMessageStartingWith("output orders of stack data is not a binding; export one there");
    }

    @Test
    void rejects_an_output_that_does_not_exist() {
        assertThatThrownBy(() -> BindingExport.read(null, "output orders of stack data"))
                .hasMessageContaining("is not a binding");
    }
}

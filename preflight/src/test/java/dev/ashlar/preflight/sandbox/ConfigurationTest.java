package dev.ashlar.preflight.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Empty;
import dev.ashlar.preflight.sandbox.value.Values;
import dev.ashlar.preflight.testkit.Sandbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import pulumirpc.Plugin.PluginAttach;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse.DiffChanges;
import pulumirpc.Provider.ProviderHandshakeRequest;

class ConfigurationTest {

    @RegisterExtension
    static final Sandbox sandbox = Sandbox.in("eu-central-1");

    @Test
    void reports_its_version_and_that_it_accepts_secrets() {
        assertThat(sandbox.stub()
                        .handshake(ProviderHandshakeRequest.getDefaultInstance())
                        .getAcceptSecrets())
                .isTrue();
        assertThat(sandbox.stub().getPluginInfo(Empty.getDefaultInstance()).getVersion())
                .isEqualTo("6.83.0");
        assertThat(sandbox.stub().attach(PluginAttach.getDefaultInstance())).isNotNull();
        assertThat(sandbox.stub().cancel(Empty.getDefaultInstance())).isNotNull();
    }

    @Test
    void requires_a_supported_region() {
        assertThat(failures(Map.of()))
                .containsExactly("region: the sandbox needs a region;"
                        + " set it with: pulumi config set aws:region eu-central-1");
        assertThat(failures(Map.of("region", "eu-central-9")))
                .first()
                .asString()
                .startsWith(
                        "region: the sandbox does not support the region \"eu-central-9\"; it supports ap-northeast-1, ");
        assertThat(failures(Map.of("region", Values.UNKNOWN))).isEmpty();
        assertThatThrownBy(() -> Sandbox.in("eu-central-9").start()).hasMessageContaining("eu-central-9");
    }

    @Test
    void accepts_the_options_of_the_aws_provider_and_reports_misspelt_ones() {
        assertThat(failures(Map.of(
                        "region",
                        "eu-west-1",
                        "allowedAccountIds",
                        "[\"111122223333\"]",
                        "profile",
                        "p",
                        "version",
                        "6.83.0")))
                .isEmpty();
        assertThat(failures(Map.of("region", "eu-west-1", "regoin", "x")))
                .containsExactly("regoin: unknown provider option; did you mean \"region\"?");
    }

    @Test
    void replaces_the_provider_only_when_the_region_changes() {
        var region = diff(Map.of("region", "eu-west-1"), Map.of("region", "eu-central-1"));
        var profile = diff(Map.of("region", "eu-west-1"), Map.of("region", "eu-west-1", "profile", "p"));
        var none = diff(Map.of("region", "eu-west-1"), Map.of("region", "eu-west-1"));

        assertThat(region.getReplacesList()).containsExactly("region");
        assertThat(profile.getReplacesList()).isEmpty();
        assertThat(profile.getDiffsList()).containsExactly("profile");
        assertThat(none.getChanges()).isEqualTo(DiffChanges.DIFF_NONE);
    }

    @Test
    void rejects_default_tags_that_are_not_json() {
        assertThatThrownBy(() -> Sandbox.configured(Map.of("region", "eu-west-1", "defaultTags", "{"))
                        .start())
                .hasMessageContaining("defaultTags is not JSON");
    }

    private List<String> failures(Map<String, ?> configuration) {
        return sandbox
                .stub()
                .checkConfig(CheckRequest.newBuilder()
                        .setNews(Values.struct(configuration))
                        .build())
                .getFailuresList()
                .stream()
                .map(Sandbox::shown)
                .toList();
    }

    private pulumirpc.Provider.DiffResponse diff(Map<String, ?> olds, Map<String, ?> news) {
        return sandbox.stub()
                .diffConfig(DiffRequest.newBuilder()
                        .setOldInputs(Values.struct(olds))
                        .setNews(Values.struct(news))
                        .build());
    }
}

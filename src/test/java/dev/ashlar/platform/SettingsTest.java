package dev.ashlar.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.ashlar.core.NatStrategy;
import dev.ashlar.core.Profile;
import dev.ashlar.core.Violation;
import dev.ashlar.core.Violations;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private final Violations violations = Violations.of("Pulumi.dev.yaml");

    private Settings read(String engineJson) {
        return Settings.read(StackConfig.parse(engineJson), violations);
    }

    private List<String> faults(String engineJson) {
        read(engineJson);
        return violations.all().stream().map(Violation::message).toList();
    }

    @Test
    void an_empty_stack_file_is_a_safe_environment_in_aws() {
        var settings = read("{}");

        assertThat(violations.isEmpty()).isTrue();
        assertThat(settings.target()).isEqualTo(Target.AWS);
        assertThat(settings.program()).isEqualTo(Settings.Program.PLATFORM);
        assertThat(settings.profile()).isEqualTo(Profile.PROD);
        assertThat(settings.allowPlainHttp()).isFalse();
        assertThat(settings.domain()).isNull();
    }

    @Test
    void configuration_of_others_is_none_of_ours() {
        assertThat(faults("{\"aws:region\": \"eu-central-1\"}")).isEmpty();
    }

    @Test
    void a_switch_of_the_profile_is_overridden_by_itself() {
        var settings = read("""
                {"ashlar:profile": "dev",
                 "ashlar:overrides": "{\\"natStrategy\\": \\"per-zone\\", \\"backupRetentionDays\\": 3}"}""");

        assertThat(violations.all()).isEmpty();
        assertThat(settings.profile())
                .isEqualTo(Profile.builder()
                        .from(Profile.DEV)
                        .natStrategy(NatStrategy.PER_ZONE)
                        .backupRetention(Duration.ofDays(3))
                        .build());
    }

    @Test
    void a_key_that_nobody_reads_is_a_fault_at_any_depth() {
        assertThat(faults("{\"ashlar:imagez\": \"{}\", \"ashlar:services\": \"{\\\"api\\\": {\\\"size\\\": 1}}\"}"))
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault)
                                .startsWith(
                                        "Pulumi.dev.yaml: ashlar:imagez is {}, but there is no such option; remove it, or use one of ")
                                .contains("ashlar:images"),
                        fault -> assertThat(fault)
                                .startsWith(
                                        "Pulumi.dev.yaml: ashlar:services.api.size is 1, but there is no such option")
                                .contains("ashlar:services.api.taskSize"));
    }

    @Test
    void a_tag_that_yaml_read_as_a_number_must_be_quoted() {
        assertThat(faults("{\"ashlar:images\": \"{\\\"api\\\": 1.1}\"}"))
                .containsExactly("Pulumi.dev.yaml: ashlar:images.api is 1.1, but it has to be a string; "
                        + "quote it, since YAML reads it as something else.");
    }

    @Test
    void a_value_of_the_wrong_type_is_not_also_missing() {
        assertThat(read("{\"ashlar:images\": \"{\\\"api\\\": 1.1}\"}").images()).containsEntry("api", "1.1");
    }

    @Test
    void a_choice_that_does_not_exist_names_those_that_do() {
        assertThat(faults("{\"ashlar:profile\": \"production\"}"))
                .containsExactly("Pulumi.dev.yaml: ashlar:profile is production, but there is no such choice; "
                        + "use one of dev, staging, prod.");
    }

    @Test
    void values_of_the_wrong_type_are_refused_with_what_was_expected() {
        assertThat(faults("""
                        {"ashlar:zones": "eu-central-1a",
                         "ashlar:allowPlainHttp": "yes",
                         "ashlar:services": "{\\"api\\": {\\"minCount\\": 1.5, \\"maxCount\\": \\"3\\"}}"}"""))
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault)
                                .contains("ashlar:zones is eu-central-1a, but it has to be a list of strings"),
                        fault -> assertThat(fault)
                                .contains("ashlar:allowPlainHttp is yes, but it has to be true or false"),
                        fault -> assertThat(fault).contains("minCount is 1.5, but it counts something"),
                        fault -> assertThat(fault).contains("maxCount is 3, but it has to be a number"));
    }

    @Test
    void a_hole_among_the_zones_is_kept() {
        assertThat(read("{\"ashlar:zones\": \"[\\\"a\\\", null, \\\"c\\\"]\"}").zones())
                .containsExactly("a", null, "c");
    }

    @Test
    void a_list_of_zones_holds_strings_only() {
        assertThat(faults("{\"ashlar:zones\": \"[1]\"}"))
                .singleElement(STRING)
                .contains("ashlar:zones[0] is 1, but the list holds strings");
    }
}

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
    void an_empty_stack_file_has_safe_defaults() {
        var settings = read("{}");

        assertThat(violations.isEmpty()).isTrue();
        assertThat(settings.target()).isEqualTo(Target.AWS);
        assertThat(settings.program()).isEqualTo(Settings.Program.PLATFORM);
        assertThat(settings.profile()).isEqualTo(Profile.PROD);
        assertThat(settings.allowPlainHttp()).isFalse();
        assertThat(settings.domain()).isNull();
    }

    @Test
    void ignores_the_configuration_of_other_namespaces() {
        assertThat(faults("{\"aws:region\": \"eu-central-1\"}")).isEmpty();
    }

    @Test
    void overrides_single_switches_of_the_profile() {
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
    void reports_an_unknown_key_at_any_depth() {
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
    void rejects_a_tag_that_yaml_reads_as_a_number() {
        assertThat(faults("{\"ashlar:images\": \"{\\\"api\\\": 1.1}\"}"))
                .containsExactly("Pulumi.dev.yaml: ashlar:images.api is 1.1, but it must be a string; "
                        + "quote it, because YAML reads it as another type.");
    }

    @Test
    void does_not_report_a_value_of_the_wrong_type_as_missing() {
        assertThat(read("{\"ashlar:images\": \"{\\\"api\\\": 1.1}\"}").images()).containsEntry("api", "1.1");
    }

    @Test
    void lists_the_valid_choices_when_one_is_invalid() {
        assertThat(faults("{\"ashlar:profile\": \"production\"}"))
                .containsExactly("Pulumi.dev.yaml: ashlar:profile is production, but that is not a valid choice; "
                        + "use one of dev, staging, prod.");
    }

    @Test
    void rejects_values_of_the_wrong_type_with_the_expected_type() {
        assertThat(faults("""
                        {"ashlar:zones": "eu-central-1a",
                         "ashlar:allowPlainHttp": "yes",
                         "ashlar:services": "{\\"api\\": {\\"minCount\\": 1.5, \\"maxCount\\": \\"3\\"}}"}"""))
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault)
                                .contains("ashlar:zones is eu-central-1a, but it must be a list of strings"),
                        fault -> assertThat(fault)
                                .contains("ashlar:allowPlainHttp is yes, but it must be true or false"),
                        fault -> assertThat(fault).contains("minCount is 1.5, but a whole number is required"),
                        fault -> assertThat(fault).contains("maxCount is 3, but it must be a number"));
    }

    @Test
    void keeps_an_empty_slot_among_the_zones() {
        assertThat(read("{\"ashlar:zones\": \"[\\\"a\\\", null, \\\"c\\\"]\"}").zones())
                .containsExactly("a", null, "c");
    }

    @Test
    void rejects_a_zone_that_is_not_a_string() {
        assertThat(faults("{\"ashlar:zones\": \"[1]\"}"))
                .singleElement(STRING)
                .contains("ashlar:zones[0] is 1, but the list must contain strings");
    }
}

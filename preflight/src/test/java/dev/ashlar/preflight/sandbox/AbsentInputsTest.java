package dev.ashlar.preflight.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.preflight.testkit.Sandbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.DiffResponse.DiffChanges;

/** Removing inputs, and setting them to the value that they have without the program. */
class AbsentInputsTest {

    private static final String SERVICE = "aws:ecs/service:Service";
    private static final String REPOSITORY = "aws:ecr/repository:Repository";
    private static final String TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";
    private static final String RULE = "aws:cloudwatch/eventRule:EventRule";

    @RegisterExtension
    static final Sandbox sandbox = Sandbox.in("eu-central-1");

    private static Map<String, Object> with(Map<String, Object> more) {
        var inputs = new HashMap<String, Object>(Map.of("taskDefinition", "orders:1"));
        inputs.putAll(more);
        return inputs;
    }

    private DiffResponse diff(String type, Map<String, Object> before, Map<String, Object> after) {
        return sandbox.diff(sandbox.create(type, "orders", before), after);
    }

    @Test
    void removing_a_computed_input_is_no_change_and_keeps_its_value() {
        var service = sandbox.create(SERVICE, "orders", with(Map.of("launchType", "EXTERNAL", "desiredCount", 1)));

        assertThat(sandbox.diff(service, with(Map.of("desiredCount", 1))).getChanges())
                .isEqualTo(DiffChanges.DIFF_NONE);
        assertThat(sandbox.update(service, with(Map.of("desiredCount", 2))).output("launchType"))
                .isEqualTo("EXTERNAL");
    }

    @Test
    void changing_a_computed_input_is_a_change_whether_it_was_given_before_or_not() {
        assertThat(diff(SERVICE, with(Map.of()), with(Map.of("launchType", "EXTERNAL")))
                        .getReplacesList())
                .containsExactly("launchType");
        assertThat(diff(SERVICE, with(Map.of("launchType", "EC2")), with(Map.of("launchType", "EXTERNAL")))
                        .getReplacesList())
                .containsExactly("launchType");
    }

    @Test
    void setting_a_computed_input_to_the_value_that_aws_chose_is_no_change() {
        assertThat(diff(SERVICE, with(Map.of()), with(Map.of("launchType", "EC2")))
                        .getChanges())
                .isEqualTo(DiffChanges.DIFF_NONE);
    }

    @Test
    void removing_a_computed_part_of_an_object_is_no_change() {
        var group = Map.<String, Object>of("port", 80, "protocol", "HTTP", "vpcId", "vpc-1");
        var checked = new HashMap<>(group);
        checked.put("healthCheck", Map.of("path", "/health", "matcher", "204"));
        var shorter = new HashMap<>(group);
        shorter.put("healthCheck", Map.of("path", "/health"));

        assertThat(diff(TARGET_GROUP, checked, shorter).getChanges()).isEqualTo(DiffChanges.DIFF_NONE);
        assertThat(diff(TARGET_GROUP, checked, group).getChanges()).isEqualTo(DiffChanges.DIFF_NONE);
    }

    @Test
    void setting_a_default_inside_an_object_or_a_list_is_no_change() {
        var network = Map.<String, Object>of("networkConfiguration", Map.of("subnets", List.of("subnet-1")));
        var same = Map.<String, Object>of(
                "networkConfiguration", Map.of("subnets", List.of("subnet-1"), "assignPublicIp", false));
        var open = Map.<String, Object>of(
                "networkConfiguration", Map.of("subnets", List.of("subnet-1"), "assignPublicIp", true));

        assertThat(diff(SERVICE, with(network), with(same)).getChanges()).isEqualTo(DiffChanges.DIFF_NONE);
        assertThat(diff(SERVICE, with(network), with(open)).getDiffsList()).containsExactly("networkConfiguration");
        assertThat(diff(REPOSITORY, Map.of(), Map.of("encryptionConfigurations", List.of(Map.of())))
                        .getChanges())
                .isEqualTo(DiffChanges.DIFF_NONE);
    }

    @Test
    void an_absent_object_equals_its_defaults() {
        var ecs = Map.<String, Object>of("deploymentController", Map.of("type", "ECS"));
        var blueGreen = Map.<String, Object>of("deploymentController", Map.of("type", "CODE_DEPLOY"));

        assertThat(diff(SERVICE, with(Map.of()), with(ecs)).getChanges()).isEqualTo(DiffChanges.DIFF_NONE);
        assertThat(diff(SERVICE, with(ecs), with(Map.of())).getChanges()).isEqualTo(DiffChanges.DIFF_NONE);
        assertThat(diff(SERVICE, with(blueGreen), with(Map.of())).getReplacesList())
                .containsExactly("deploymentController");
        assertThat(diff(SERVICE, with(Map.of()), with(blueGreen)).getReplacesList())
                .containsExactly("deploymentController");
    }

    @Test
    void removing_an_input_that_the_provider_keeps_is_no_change() {
        var pattern = Map.<String, Object>of("eventPattern", "{\"source\":[\"aws.ecs\"]}");
        var disabled = new HashMap<>(pattern);
        disabled.put("state", "DISABLED");

        assertThat(diff(RULE, disabled, pattern).getChanges()).isEqualTo(DiffChanges.DIFF_NONE);
        assertThat(diff(RULE, pattern, disabled).getDiffsList()).containsExactly("state");
    }

    @Test
    void an_empty_list_equals_an_absent_one() {
        assertThat(diff(SERVICE, with(Map.of()), with(Map.of("loadBalancers", List.of(), "tags", Map.of())))
                        .getChanges())
                .isEqualTo(DiffChanges.DIFF_NONE);
    }
}

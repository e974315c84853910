package dev.ashlar.preflight.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Struct;
import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.Values;
import dev.ashlar.preflight.testkit.Sandbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pulumirpc.Provider.DiffResponse.DiffChanges;
import pulumirpc.Provider.PropertyDiff.Kind;

class LifecycleTest {

    private static final String QUEUE = "aws:sqs/queue:Queue";
    private static final String SUBNET = "aws:ec2/subnet:Subnet";
    private static final String SERVICE = "aws:ecs/service:Service";
    private static final String TASK_DEFINITION = "aws:ecs/taskDefinition:TaskDefinition";
    private static final String VPC = "aws:ec2/vpc:Vpc";

    @RegisterExtension
    static final Sandbox sandbox = Sandbox.in("eu-central-1");

    @Test
    void a_created_queue_has_the_name_url_and_arn_of_aws() {
        var queue = sandbox.create(QUEUE, "orders", Map.of());

        var name = (String) queue.output("name");
        assertThat(name).matches("orders-[0-9a-f]{7}");
        assertThat(queue.id()).isEqualTo("https://sqs.eu-central-1.amazonaws.com/000000000000/" + name);
        assertThat(queue.output("url")).isEqualTo(queue.id());
        assertThat(queue.output("arn")).isEqualTo("arn:aws:sqs:eu-central-1:000000000000:" + name);
    }

    @Test
    void fills_in_the_defaults_of_the_provider_and_lists_them() {
        var queue = sandbox.create(QUEUE, "orders", Map.of("delaySeconds", 5));

        assertThat(queue.output("visibilityTimeoutSeconds")).isEqualTo(30.0);
        assertThat(queue.output("delaySeconds")).isEqualTo(5.0);
        assertThat(PlainJson.list(Values.plain(queue.inputs()).get("__defaults")))
                .contains("name", "visibilityTimeoutSeconds")
                .doesNotContain("delaySeconds");
        assertThat(queue.state().containsFields("__defaults")).isFalse();
    }

    @Test
    void a_preview_contains_inputs_and_the_generated_name_and_leaves_the_rest_unknown() {
        var inputs = sandbox.check(QUEUE, "orders", Map.of("delaySeconds", 5)).getInputs();

        var planned = sandbox.create(QUEUE, "orders", inputs, true);

        assertThat(planned.getId()).isEmpty();
        var state = Values.plain(planned.getProperties());
        assertThat(state).containsEntry("delaySeconds", 5.0);
        assertThat((String) state.get("name")).startsWith("orders-");
        assertThat(state).containsEntry("arn", Values.UNKNOWN).containsEntry("url", Values.UNKNOWN);
    }

    @Test
    void generates_the_same_name_from_the_same_seed() {
        var first = sandbox.check(QUEUE, "orders", Map.of()).getInputs();
        var second = sandbox.check(QUEUE, "orders", Map.of()).getInputs();

        assertThat(first.getFieldsOrThrow("name")).isEqualTo(second.getFieldsOrThrow("name"));
    }

    @Test
    void keeps_a_generated_name_on_update() {
        var queue = sandbox.create(QUEUE, "orders", Map.of());

        var updated = sandbox.update(queue, Map.of("delaySeconds", 5));

        assertThat(updated.output("name")).isEqualTo(queue.output("name"));
        assertThat(updated.output("arn")).isEqualTo(queue.output("arn"));
        assertThat(updated.output("delaySeconds")).isEqualTo(5.0);
    }

    @Test
    void generates_the_name_of_a_fifo_queue_with_its_suffix() {
        var queue = sandbox.create(QUEUE, "orders", Map.of("fifoQueue", true));

        assertThat((String) queue.output("name")).matches("orders-[0-9a-f]{7}\\.fifo");
    }

    @Test
    void equal_inputs_are_no_change() {
        var queue = sandbox.create(QUEUE, "orders", Map.of("delaySeconds", 5));

        assertThat(sandbox.diff(queue, Map.of("delaySeconds", 5)).getChanges()).isEqualTo(DiffChanges.DIFF_NONE);
    }

    @Test
    void updates_on_a_change_that_aws_supports() {
        var queue = sandbox.create(QUEUE, "orders", Map.of("delaySeconds", 5));

        var diff = sandbox.diff(queue, Map.of("delaySeconds", 6));

        assertThat(diff.getDiffsList()).containsExactly("delaySeconds");
        assertThat(diff.getReplacesList()).isEmpty();
        assertThat(diff.getDetailedDiffOrThrow("delaySeconds").getKind()).isEqualTo(Kind.UPDATE);
    }

    @Test
    void replaces_on_a_change_that_aws_does_not_support() {
        var subnet = sandbox.create(SUBNET, "a", Map.of("vpcId", "vpc-1", "cidrBlock", "10.0.0.0/24"));

        var diff = sandbox.diff(subnet, Map.of("vpcId", "vpc-1", "cidrBlock", "10.0.1.0/24"));

        assertThat(diff.getReplacesList()).containsExactly("cidrBlock");
        assertThat(diff.getDetailedDiffOrThrow("cidrBlock").getKind()).isEqualTo(Kind.UPDATE_REPLACE);
        assertThat(diff.getDeleteBeforeReplace()).isFalse();
    }

    @Test
    void a_replacement_has_another_id_with_the_same_start() {
        var inputs = Map.of("vpcId", "vpc-1", "cidrBlock", "10.0.0.0/24");

        var first = sandbox.create(SUBNET, "a", inputs).id();
        var second = sandbox.create(SUBNET, "a", inputs).id();

        assertThat(first).matches("subnet-[0-9a-f]{17}").isNotEqualTo(second);
        assertThat(first.substring(0, 15)).isEqualTo(second.substring(0, 15));
    }

    @Test
    void ignored_changes_are_no_change() {
        var queue = sandbox.create(QUEUE, "orders", Map.of("delaySeconds", 5, "tags", Map.of("a", "1", "b", "1")));

        var news = Map.of("delaySeconds", 6, "tags", Map.of("a", "2", "b", "1"));
        var diff = sandbox.diff(queue, news, "delaySeconds", "tags.a");

        assertThat(diff.getChanges()).isEqualTo(DiffChanges.DIFF_NONE);
    }

    @Test
    void documents_with_the_same_meaning_are_no_change() {
        var queue = sandbox.create(QUEUE, "orders", Map.of("policy", "{\"a\": 1, \"b\": [2]}"));

        assertThat(sandbox.diff(queue, Map.of("policy", "{\"b\":[2],\"a\":1}")).getChanges())
                .isEqualTo(DiffChanges.DIFF_NONE);
        assertThat(sandbox.diff(queue, Map.of("policy", "{\"b\":[3],\"a\":1}")).getDiffsList())
                .containsExactly("policy");
    }

    @Test
    void a_refresh_returns_the_same_state() {
        var vpc = sandbox.create(VPC, "main", Map.of("cidrBlock", "10.0.0.0/16"));

        var read = sandbox.read(vpc);

        assertThat(read.getId()).isEqualTo(vpc.id());
        assertThat(read.getProperties()).isEqualTo(vpc.state());
        assertThat(read.getInputs()).isEqualTo(vpc.inputs());
    }

    @Test
    void an_import_creates_a_state_with_the_id_and_accepts_the_inputs_of_the_program() {
        var url = "https://sqs.eu-central-1.amazonaws.com/000000000000/legacy";

        var read = sandbox.read(QUEUE, "orders", url);

        assertThat(read.getId()).isEqualTo(url);
        var state = Values.plain(read.getProperties());
        assertThat(state).containsEntry("name", "legacy");
        assertThat(state).containsEntry("arn", "arn:aws:sqs:eu-central-1:000000000000:legacy");
        var imported = new Sandbox.Resource(QUEUE, "orders", url, read.getInputs(), read.getProperties());
        assertThat(sandbox.diff(imported, Map.of("name", "legacy", "delaySeconds", 3))
                        .getChanges())
                .isEqualTo(DiffChanges.DIFF_NONE);
    }

    @Test
    void rejects_state_from_aws_in_every_call() {
        var real = new Sandbox.Resource(
                VPC,
                "main",
                "vpc-0a",
                Values.struct(Map.of("cidrBlock", "10.0.0.0/16")),
                Values.struct(
                        Map.of("cidrBlock", "10.0.0.0/16", "arn", "arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-0a")));
        var inputs = Map.of("cidrBlock", "10.0.0.0/16");

        for (Runnable call : List.<Runnable>of(
                () -> sandbox.diff(real, inputs),
                () -> sandbox.update(real, inputs),
                () -> sandbox.read(real),
                () -> sandbox.delete(real))) {
            assertThatThrownBy(call::run)
                    .hasMessageContaining("was not created by the sandbox: this stack's state comes from AWS");
        }
    }

    @Test
    void deletes_a_resource_that_the_sandbox_created() {
        var vpc = sandbox.create(VPC, "main", Map.of("cidrBlock", "10.0.0.0/16"));

        sandbox.delete(vpc);

        assertThat(vpc.state().getFieldsOrThrow("__sandbox").getBoolValue()).isTrue();
    }

    @Test
    void keeps_secrets_and_marks_outputs_computed_from_them() {
        var name = Values.secret(Values.text("hidden"));
        var inputs = sandbox.check(
                        QUEUE,
                        "orders",
                        Struct.getDefaultInstance(),
                        Struct.newBuilder().putFields("name", name).build())
                .getInputs();

        var state = sandbox.create(QUEUE, "orders", inputs, false).getProperties();

        assertThat(state.getFieldsOrThrow("name")).isEqualTo(name);
        assertThat(Values.hasSecret(state.getFieldsOrThrow("arn"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {":does-not-start", "@sha256:0badc0de0badc0de0badc0de0badc0de0badc0de0badc0de0badc0de0badc0de"})
    void rolls_a_service_back_when_its_new_image_does_not_start(String image) {
        var good = sandbox.create(TASK_DEFINITION, "v1", task("v1", ":1.0"));
        var bad = sandbox.create(TASK_DEFINITION, "v2", task("v2", image));
        var service = sandbox.create(SERVICE, "orders", Map.of("taskDefinition", good.output("arn")));

        var planned = sandbox.update(service, Map.of("taskDefinition", bad.output("arn")), true);
        var rolledBack = sandbox.update(service, Map.of("taskDefinition", bad.output("arn")));

        assertThat(planned.output("taskDefinition")).isEqualTo(bad.output("arn"));
        assertThat(rolledBack.output("taskDefinition")).isEqualTo(good.output("arn"));
        assertThat(sandbox.diff(rolledBack, Map.of("taskDefinition", bad.output("arn")))
                        .getDiffsList())
                .contains("taskDefinition");
        var mended = sandbox.create(TASK_DEFINITION, "v3", task("v3", ":1.1"));
        assertThat(sandbox.update(rolledBack, Map.of("taskDefinition", mended.output("arn")))
                        .output("taskDefinition"))
                .isEqualTo(mended.output("arn"));
    }

    private static Map<String, Object> task(String family, String image) {
        return Map.of(
                "family",
                family,
                "containerDefinitions",
                "[{\"name\":\"app\",\"image\":\"orders%s\"}]".formatted(image));
    }
}

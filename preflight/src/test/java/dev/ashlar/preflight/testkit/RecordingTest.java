package dev.ashlar.preflight.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.Context;
import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.aws.ecs.TaskDefinition;
import com.pulumi.aws.ecs.TaskDefinitionArgs;
import com.pulumi.aws.inputs.GetCallerIdentityArgs;
import com.pulumi.exceptions.RunException;
import org.junit.jupiter.api.Test;

class RecordingTest {

    private static void network(Context context, String cidrBlock) {
        var vpc = new Vpc("main", VpcArgs.builder().cidrBlock(cidrBlock).build());
        context.export("vpcId", vpc.id());
        context.export(
                "account",
                AwsFunctions.getCallerIdentity(GetCallerIdentityArgs.Empty)
                        .applyValue(identity -> identity.accountId()));
    }

    @Test
    void returns_the_outputs_of_the_sandbox() {
        var recording = Recording.of(context -> network(context, "10.0.0.0/16"));

        assertThat(recording.outputs()).containsEntry("account", "000000000000");
        assertThat(recording.outputs().get("vpcId")).asString().startsWith("vpc-");
        assertThat(recording.graph().resource("aws:ec2/vpc:Vpc", "main").output("arn"))
                .asString()
                .contains(":eu-central-1:000000000000:vpc/vpc-");
    }

    @Test
    void records_the_same_program_with_the_same_ids() {
        assertThat(Recording.of(context -> network(context, "10.0.0.0/16")).outputs())
                .isEqualTo(
                        Recording.of(context -> network(context, "10.0.0.0/16")).outputs());
    }

    @Test
    void records_a_task_definition_revision_that_does_not_depend_on_the_time() {
        var graph = Recording.of(context -> new TaskDefinition(
                        "main",
                        TaskDefinitionArgs.builder()
                                .family("main")
                                .containerDefinitions("[]")
                                .build()))
                .graph();

        assertThat(graph.resource("aws:ecs/taskDefinition:TaskDefinition", "main")
                        .output("revision"))
                .isEqualTo(315_360_000);
    }

    @Test
    void values_that_aws_decides_are_unknown_in_a_preview() {
        assertThat(Recording.preview(context -> network(context, "10.0.0.0/16")).outputs())
                .containsEntry("vpcId", null)
                .containsEntry("account", "000000000000");
    }

    @Test
    void a_value_that_aws_would_reject_fails_the_test() {
        assertThatThrownBy(() -> Recording.of(context -> network(context, "10.0.0.0/8")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the program failed");
        assertThat(Recording.failing(context -> network(context, "10.0.0.0/8")).failure())
                .contains("::main: cidrBlock");
    }

    @Test
    void returns_the_error_of_a_failing_program() {
        var recording = Recording.failing(context -> {
            throw new RunException("zones are missing");
        });

        assertThat(recording.failure()).isEqualTo("zones are missing");
    }

    @Test
    void a_program_that_must_fail_but_does_not_fails_the_test() {
        assertThatThrownBy(() -> Recording.failing(context -> network(context, "10.0.0.0/16")))
                .hasMessage("the program was expected to fail, but it did not");
    }
}

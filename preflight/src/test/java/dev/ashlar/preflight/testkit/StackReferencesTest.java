package dev.ashlar.preflight.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.resources.StackReference;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackReferencesTest {

    private static void reads(Context context) {
        context.export("found", new StackReference("organization/shop/dev").output("queue"));
    }

    @Test
    void a_reference_finds_what_the_other_stack_exported() {
        var other = Recording.of(context -> context.export("queue", new Queue("orders").arn()));

        var recording = Recording.of(StackReferencesTest::reads, Map.of("organization/shop/dev", other));

        assertThat(recording.outputs()).containsOnlyKeys("found");
        assertThat(recording.outputs().get("found"))
                .isEqualTo(
                        other.graph().resource("aws:sqs/queue:Queue", "orders").output("arn"));
    }

    @Test
    void a_stack_without_a_recording_is_named() {
        assertThat(Recording.failing(StackReferencesTest::reads).failure())
                .contains("cannot read pulumi:pulumi:StackReference organization/shop/dev");
    }
}

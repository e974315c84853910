package dev.ashlar.internal.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.core.Output;
import dev.ashlar.core.Component;
import dev.ashlar.core.Violations;
import dev.ashlar.preflight.testkit.Recording;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreviousOutputsTest {

    /** Registers a layout, and has a child that waits for the previous one. */
    private static final class Remembering extends Component {

        private final Output<Optional<Object>> last;

        Remembering(String name, String layout) {
            this(name, layout, null);
        }

        Remembering(String name, String layout, @Nullable String requested) {
            super("test:index:Remembering", name, null, Violations.of("Remembering", name));
            this.last = PreviousOutputs.outputs(this).applyValue(outputs -> Optional.ofNullable(outputs.get("layout")));
            var guards = rejectImmutableChanges(Map.of(
                    "layout", before -> reject("layout", before, requested),
                    "another", before -> reject("another", before, requested)));
            new Queue(name, QueueArgs.Empty, childOptions().dependsOn(guards).build());
            registerOutputs(Map.of(
                    "layout", Output.of(Map.of("shape", layout)), "another", Output.of(Map.of("shape", layout))));
        }

        private static Violations reject(String option, Map<?, ?> before, @Nullable String requested) {
            return Violations.of("Remembering", "main")
                    .expect(
                            requested == null || requested.equals(before.get("shape")),
                            option,
                            requested,
                            "it was " + before.get("shape"),
                            "take it back");
        }
    }

    private static Object lastOf(Recording recording) {
        return recording.outputs().get("last");
    }

    @Test
    void returns_nothing_before_the_first_update() {
        var first = Recording.of(context ->
                context.export("last", new Remembering("main", "wide").last.applyValue(Optional::isPresent)));

        assertThat(lastOf(first)).isEqualTo(false);
        assertThat(first.graph().names("aws:sqs/queue:Queue")).containsExactly("main");
    }

    @Test
    void returns_the_registered_outputs_at_the_next_preview() {
        var first = Recording.of(context -> new Remembering("main", "wide"));

        var next = first.next(context ->
                context.export("last", new Remembering("main", "other").last.applyValue(Optional::orElseThrow)));

        assertThat(lastOf(next)).isEqualTo(Map.of("shape", "wide"));
    }

    @Test
    void returns_nothing_for_a_component_of_another_name() {
        var first = Recording.of(context -> new Remembering("main", "wide"));

        var next = first.next(context ->
                context.export("last", new Remembering("other", "wide").last.applyValue(Optional::isPresent)));

        assertThat(lastOf(next)).isEqualTo(false);
    }

    @Test
    void reports_all_rejections_before_the_child_is_registered() {
        var first = Recording.of(context -> new Remembering("main", "wide"));

        var rejected = first.nextFailing(context -> new Remembering("main", "wide", "narrow"));

        assertThat(rejected.failure()).isEqualTo("""
                        2 faults:
                          1. Remembering "main": another is narrow, but it was wide; take it back.
                          2. Remembering "main": layout is narrow, but it was wide; take it back.""");
        assertThat(rejected.graph().names("aws:sqs/queue:Queue")).isEmpty();
        assertThat(first.next(context -> new Remembering("main", "wide", "wide"))
                        .graph()
                        .names("aws:sqs/queue:Queue"))
                .containsExactly("main");
    }
}

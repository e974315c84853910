package dev.ashlar.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.core.Output;
import com.pulumi.exceptions.RunException;
import dev.ashlar.preflight.testkit.Recording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LastUpdateTest {

    /** Remembers a layout, and has a child that waits for what it remembers. */
    private static final class Remembering extends Component {

        private final Output<Optional<Object>> last;

        Remembering(String name, Object layout) {
            this(name, layout, null);
        }

        Remembering(String name, Object layout, @Nullable Object demanded) {
            super("test:index:Remembering", name, Violations.of("Remembering", name), null);
            this.last = lastRegistered("layout").applyValue(found -> {
                if (demanded != null && !found.equals(Optional.of(demanded))) {
                    throw new RunException("the layout was " + found);
                }
                return found;
            });
            new Queue(
                    name,
                    QueueArgs.Empty,
                    childOptions()
                            .dependsOn(last.applyValue(ignored -> List.of()))
                            .build());
            registerOutputs(Map.of("layout", Output.of(layout)));
        }
    }

    private static Object lastOf(Recording recording) {
        return recording.outputs().get("last");
    }

    @Test
    void there_is_nothing_at_first() {
        var first = Recording.of(context ->
                context.export("last", new Remembering("main", "wide").last.applyValue(Optional::isPresent)));

        assertThat(lastOf(first)).isEqualTo(false);
        assertThat(first.graph().names("aws:sqs/queue:Queue")).containsExactly("main");
    }

    @Test
    void the_next_preview_knows_what_was_registered() {
        var first = Recording.of(context -> new Remembering("main", Map.of("a", "10.0.0.0/20")));

        var next = first.next(context ->
                context.export("last", new Remembering("main", "other").last.applyValue(Optional::orElseThrow)));

        assertThat(lastOf(next)).isEqualTo(Map.of("a", "10.0.0.0/20"));
    }

    @Test
    void a_component_of_another_name_remembers_nothing() {
        var first = Recording.of(context -> new Remembering("main", "wide"));

        var next = first.next(context ->
                context.export("last", new Remembering("other", "wide").last.applyValue(Optional::isPresent)));

        assertThat(lastOf(next)).isEqualTo(false);
    }

    @Test
    void a_refusal_comes_before_the_child() {
        var first = Recording.of(context -> new Remembering("main", "wide"));

        var refused = first.nextFailing(context -> new Remembering("main", "wide", "narrow"));

        assertThat(refused.failure()).isEqualTo("the layout was Optional[wide]");
        assertThat(refused.graph().names("aws:sqs/queue:Queue")).isEmpty();
        assertThatThrownBy(() -> first.nextFailing(context -> new Remembering("main", "wide", "wide")))
                .hasMessage("the program was expected to fail, and did not");
    }
}

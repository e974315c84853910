package dev.ashlar.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import dev.ashlar.graph.internal.program.FakeEngine;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class GraphDifferenceTest {

    private static final Consumer<Context> ONE_QUEUE = context -> queue("jobs", 30);

    private static void queue(String name, int visibilityTimeout) {
        new Queue(
                name,
                QueueArgs.builder()
                        .visibilityTimeoutSeconds(visibilityTimeout)
                        .tags(Map.of("team", "orders"))
                        .build());
    }

    private static GraphDifference difference(Consumer<Context> before, Consumer<Context> after) {
        return GraphDifference.between(FakeEngine.graph(before), FakeEngine.graph(after));
    }

    @Test
    void has_no_difference_for_the_same_program() {
        var difference = difference(ONE_QUEUE, ONE_QUEUE);

        assertThat(difference.onlyAdds()).isTrue();
        assertThat(difference).hasToString("");
    }

    @Test
    void only_adds_for_an_additional_resource() {
        var difference = difference(ONE_QUEUE, context -> {
            queue("jobs", 30);
            queue("more", 30);
        });

        assertThat(difference.onlyAdds()).isTrue();
        assertThat(difference).hasToString("+ aws:sqs/queue:Queue more");
    }

    @Test
    void treats_a_renamed_resource_as_another_resource() {
        var difference = difference(ONE_QUEUE, context -> queue("tasks", 30));

        assertThat(difference.onlyAdds()).isFalse();
        assertThat(difference).hasToString("+ aws:sqs/queue:Queue tasks\n- aws:sqs/queue:Queue jobs");
    }

    @Test
    void names_the_inputs_that_differ() {
        var difference = difference(ONE_QUEUE, context -> queue("jobs", 60));

        assertThat(difference.onlyAdds()).isFalse();
        assertThat(difference).hasToString("~ aws:sqs/queue:Queue jobs: visibilityTimeoutSeconds");
        assertThat(difference.changed().get(0).before().input("visibilityTimeoutSeconds"))
                .isEqualTo(30);
    }
}

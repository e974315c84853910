package dev.ashlar.internal.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.core.Output;
import com.pulumi.exceptions.RunException;
import com.pulumi.test.PulumiTest;
import dev.ashlar.preflight.testkit.Recording;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class OutputCheckTest {

    private static final int DEPENDENTS = 50;

    @Test
    void a_value_that_passes_goes_on() {
        var recording = Recording.of(context -> topics(OutputCheck.apply(late("orders"), text -> text + "!")));

        assertThat(recording.graph().ofType("aws:sns/topic:Topic"))
                .hasSize(DEPENDENTS)
                .allSatisfy(topic -> assertThat(topic.input("displayName")).isEqualTo("orders!"));
    }

    @Test
    void a_refusal_is_told_once_and_in_its_own_words_whatever_depends_on_it() {
        Function<String, String> refuse = text -> {
            throw new RunException("Topics \"all\": displayName is " + text + "; give another.");
        };

        var recording = Recording.failing(context -> topics(OutputCheck.apply(late("orders"), refuse)));

        assertThat(recording.failure()).isEqualTo("Topics \"all\": displayName is orders; give another.");
    }

    @Test
    void without_a_program_the_output_itself_fails() {
        Function<String, String> refuse = text -> {
            throw new RunException(text);
        };

        assertThatThrownBy(() -> PulumiTest.extractValue(OutputCheck.apply(Output.of("orders"), refuse)))
                .hasRootCauseMessage("orders");
    }

    /** So many that the SDK, which looks at what failed in no order, would hardly find the refusal first. */
    private static void topics(Output<String> displayName) {
        for (int i = 0; i < DEPENDENTS; i++) {
            new Topic("topic-" + i, TopicArgs.builder().displayName(displayName).build());
        }
    }

    /** Resolves when the program has been run to its end, as what a provider answers does. */
    private static Output<String> late(String value) {
        var later = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);
        return Output.of(CompletableFuture.supplyAsync(() -> value, later));
    }
}

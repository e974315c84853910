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
    void passes_a_valid_value_on() {
        var recording = Recording.of(context -> topics(OutputCheck.apply(late("orders"), text -> text + "!")));

        assertThat(recording.graph().ofType("aws:sns/topic:Topic"))
                .hasSize(DEPENDENTS)
                .allSatisfy(topic -> assertThat(topic.input("displayName")).isEqualTo("orders!"));
    }

    @Test
    void reports_a_rejection_once_however_many_resources_depend_on_it() {
        Function<String, String> reject = text -> {
            throw new RunException("Topics \"all\": displayName is " + text + "; give another.");
        };

        var recording = Recording.failing(context -> topics(OutputCheck.apply(late("orders"), reject)));

        assertThat(recording.failure()).isEqualTo("Topics \"all\": displayName is orders; give another.");
    }

    @Test
    void fails_the_output_outside_a_program() {
        Function<String, String> reject = text -> {
            throw new RunException(text);
        };

        assertThatThrownBy(() -> PulumiTest.extractValue(OutputCheck.apply(Output.of("orders"), reject)))
                .hasRootCauseMessage("orders");
    }

    /** So many that the SDK, which inspects failures in no order, would rarely find the rejection first. */
    private static void topics(Output<String> displayName) {
        for (int i = 0; i < DEPENDENTS; i++) {
            new Topic("topic-" + i, TopicArgs.builder().displayName(displayName).build());
        }
    }

    /** Resolves after the program has ended, as the answer of a provider does. */
    private static Output<String> late(String value) {
        var later = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);
        return Output.of(CompletableFuture.supplyAsync(() -> value, later));
    }
}

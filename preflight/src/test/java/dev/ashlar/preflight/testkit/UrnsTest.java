package dev.ashlar.preflight.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.core.Alias;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.ashlar.graph.GraphResource;
import org.junit.jupiter.api.Test;

class UrnsTest {

    private static final String QUEUE = "aws:sqs/queue:Queue";

    private static final class Group extends ComponentResource {
        Group(String name) {
            super("test:index:Group", name);
        }
    }

    private static GraphResource recorded(CustomResourceOptions.Builder options) {
        return Recording.of(context -> new Queue("orders", QueueArgs.Empty, options.build()))
                .graph()
                .resource(QUEUE, "orders");
    }

    @Test
    void an_identity_names_the_types_of_the_parents_but_not_the_stack() {
        var graph = Recording.of(context -> new Queue(
                        "orders",
                        QueueArgs.Empty,
                        CustomResourceOptions.builder().parent(new Group("all")).build()))
                .graph();

        assertThat(graph.resource("test:index:Group", "all").urn())
                .isEqualTo("urn:pulumi:stack::project::test:index:Group::all");
        assertThat(graph.resource(QUEUE, "orders").urn())
                .isEqualTo("urn:pulumi:stack::project::test:index:Group$aws:sqs/queue:Queue::orders");
    }

    @Test
    void an_alias_is_the_identity_that_it_means() {
        var queue = recorded(CustomResourceOptions.builder()
                .aliases(
                        Alias.builder().name("purchases").build(),
                        Alias.builder().stack("old").project("shop").build(),
                        Alias.withUrn("urn:pulumi:stack::project::a:b:C::d")));

        assertThat(queue.options().aliases())
                .containsExactly(
                        "urn:pulumi:old::shop::aws:sqs/queue:Queue::orders",
                        "urn:pulumi:stack::project::a:b:C::d",
                        "urn:pulumi:stack::project::aws:sqs/queue:Queue::purchases");
    }

    @Test
    void an_import_is_known_by_its_id() {
        assertThat(recorded(CustomResourceOptions.builder().importId("the-url"))
                        .options()
                        .importId())
                .isEqualTo("the-url");
        assertThat(recorded(CustomResourceOptions.builder()).options().importId())
                .isNull();
    }
}

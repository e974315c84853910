package dev.ashlar.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.ashlar.graph.internal.program.FakeEngine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourceGraphTest {

    private static final String QUEUE = "aws:sqs/queue:Queue";

    /** A component with one queue that says whom it uses. */
    private static final class Worker extends ComponentResource {
        Worker(String name) {
            super("test:index:Worker", name);
            new Queue(
                    name + "-jobs",
                    QueueArgs.builder().tags(Map.of("team", "orders")).build(),
                    CustomResourceOptions.builder().parent(this).protect(true).build());
            registerOutputs(Map.of(
                    "uses",
                    Output.of(List.of(
                            Map.of("provider", "cache", "access", "connect"),
                            Map.of("provider", "audit", "access", "send")))));
        }
    }

    private final ResourceGraph graph = FakeEngine.graph(context -> {
        new Worker("worker");
        new Vpc("main", VpcArgs.builder().cidrBlock("10.0.0.0/16").build());
    });

    @Test
    void resources_are_found_by_type_and_name() {
        assertThat(graph.names(QUEUE)).containsExactly("worker-jobs");
        assertThat(graph.resource(QUEUE, "worker-jobs").input("tags.team")).isEqualTo("orders");
        assertThat(graph.resource(QUEUE, "worker-jobs").options().protect()).isTrue();
    }

    @Test
    void a_resource_that_is_not_there_is_answered_with_those_that_are() {
        assertThatThrownBy(() -> graph.resource(QUEUE, "jobs"))
                .hasMessage("there is no aws:sqs/queue:Queue \"jobs\"; there are [worker-jobs]");
    }

    @Test
    void parents_and_children_find_each_other() {
        var worker = graph.resource("test:index:Worker", "worker");

        assertThat(worker.isComponent()).isTrue();
        assertThat(graph.children(worker)).extracting(GraphResource::name).containsExactly("worker-jobs");
        assertThat(graph.parent(graph.resource(QUEUE, "worker-jobs"))).contains(worker);
        assertThat(graph.resource(QUEUE, "worker-jobs").isComponent()).isFalse();
    }

    @Test
    void edges_come_from_what_components_say_that_they_use() {
        assertThat(graph.edges()).hasToString("[worker --connect--> cache, worker --send--> audit]");
    }

    @Test
    void the_golden_form_is_a_line_for_each_resource_and_each_edge() {
        assertThat(graph.golden()).isEqualTo("""
                        aws:ec2/vpc:Vpc  main  project-stack
                        aws:sqs/queue:Queue  worker-jobs  worker
                        pulumi:pulumi:Stack  project-stack  -
                        test:index:Worker  worker  project-stack
                        worker --connect--> cache
                        worker --send--> audit
                        """);
    }

    @Test
    void a_path_leads_into_lists_and_secrets_and_ends_in_nothing_where_nothing_is() {
        var resource = new GraphResource(
                "t",
                "n",
                "u",
                null,
                Map.of(
                        "rules",
                        List.of(Map.of("port", 443)),
                        "login",
                        new PropertyValues.Secret(Map.of("user", "app"))),
                Map.of(),
                List.of(),
                graph.resource(QUEUE, "worker-jobs").options());

        assertThat(resource.input("rules[0].port")).isEqualTo(443);
        assertThat(resource.input("rules[1].port")).isNull();
        assertThat(resource.input("login.user")).isEqualTo("app");
        assertThat(resource.input("rules[0].port.number")).isNull();
        assertThat(resource.output("rules")).isNull();
    }
}

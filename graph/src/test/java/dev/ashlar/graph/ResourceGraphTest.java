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

    /** A component with one queue and an output {@code uses}. */
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
    void finds_resources_by_type_and_name() {
        assertThat(graph.names(QUEUE)).containsExactly("worker-jobs");
        assertThat(graph.resource(QUEUE, "worker-jobs").input("tags.team")).isEqualTo("orders");
        assertThat(graph.resource(QUEUE, "worker-jobs").options().protect()).isTrue();
    }

    @Test
    void lists_the_resources_of_the_type_when_one_does_not_exist() {
        assertThatThrownBy(() -> graph.resource(QUEUE, "jobs"))
                .hasMessage("there is no aws:sqs/queue:Queue \"jobs\"; there are [worker-jobs]");
    }

    @Test
    void finds_parents_and_children() {
        var worker = graph.resource("test:index:Worker", "worker");

        assertThat(worker.isComponent()).isTrue();
        assertThat(graph.children(worker)).extracting(GraphResource::name).containsExactly("worker-jobs");
        assertThat(graph.parent(graph.resource(QUEUE, "worker-jobs"))).contains(worker);
        assertThat(graph.resource(QUEUE, "worker-jobs").isComponent()).isFalse();
    }

    @Test
    void reads_edges_from_the_uses_of_components() {
        assertThat(graph.edges()).hasToString("[worker --connect--> cache, worker --send--> audit]");
    }

    @Test
    void prints_a_line_for_each_resource_and_each_edge() {
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
    void resolves_paths_in_lists_and_secrets_and_returns_null_for_missing_values() {
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

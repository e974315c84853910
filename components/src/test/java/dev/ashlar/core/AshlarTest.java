package dev.ashlar.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.compute.ServiceCluster;
import dev.ashlar.compute.ServiceClusterArgs;
import dev.ashlar.data.bucket.DataBucket;
import dev.ashlar.data.bucket.ExistingBucketArgs;
import dev.ashlar.data.table.DynamoTable;
import dev.ashlar.data.table.DynamoTableArgs;
import dev.ashlar.data.table.ExistingTableArgs;
import dev.ashlar.messaging.ExistingQueueArgs;
import dev.ashlar.messaging.MessageQueue;
import dev.ashlar.messaging.QueueTopology;
import dev.ashlar.messaging.QueueTopologyArgs;
import dev.ashlar.preflight.testkit.Recording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AshlarTest {

    @Test
    void rejects_two_components_with_the_same_type_and_name_once() {
        var recording = Recording.failing(context -> {
            cluster("shop");
            cluster("shop");
        });

        assertThat(recording.failure())
                .isEqualTo(
                        "ServiceCluster \"shop\": name is \"shop\" a second time, but a resource is identified by its type, name and parent; use another name.");
    }

    private static final QueueTopologyArgs FAULTY_QUEUES = QueueTopologyArgs.builder()
            .queue("placed", queue -> queue.fifo(true).visibilityTimeout(Duration.ofHours(13)))
            .build();

    private static ServiceCluster cluster(String name) {
        return new ServiceCluster(name, ServiceClusterArgs.builder().build());
    }

    @Test
    void collects_the_faults_of_all_components_and_registers_nothing() {
        var recording = Recording.failing(context -> {
            new QueueTopology("orders", FAULTY_QUEUES);
            cluster("Shop");
            cluster("good");
            cluster("Worse");
        });

        assertThat(recording.failure())
                .startsWith("3 faults:\n  1. QueueTopology \"orders\": placed.visibilityTimeout is")
                .contains("\n  2. ServiceCluster \"Shop\": name is", "\n  3. ServiceCluster \"Worse\": name is");
        assertThat(recording.graph().all()).isEmpty();
    }

    @Test
    void without_a_plan_the_first_faulty_component_ends_the_program() {
        var recording = Recording.failingUnplanned(context -> {
            new QueueTopology("orders", FAULTY_QUEUES);
            cluster("Shop");
        });

        assertThat(recording.failure())
                .startsWith("QueueTopology \"orders\": placed.visibilityTimeout is")
                .doesNotContain("Shop");
    }

    @Test
    void a_component_that_cannot_go_on_without_its_resources_ends_the_plan_with_all_faults_so_far() {
        var recording = Recording.failing(context -> {
            cluster("Shop");
            new DynamoTable("metrics", DynamoTableArgs.builder().build());
        });

        assertThat(recording.failure()).contains("1. ServiceCluster \"Shop\"", "2. DynamoTable \"metrics\"");
    }

    @Test
    void a_faulty_component_answers_what_its_arguments_decide_and_leaves_the_rest_unknown() {
        var seen = Collections.synchronizedList(new ArrayList<Object>());

        Recording.failing(context -> {
            var queue = new QueueTopology("orders", FAULTY_QUEUES).queue("placed");
            seen.addAll(List.of(queue.provider(), queue.fifo(), queue.visibilityTimeout()));
            queue.arn().applyValue(seen::add);
            cluster("Shop").arn().applyValue(seen::add);
        });

        assertThat(seen).hasToString("[orders-placed, true, Optional[PT13H]]");
    }

    @Test
    void a_queue_that_a_topology_does_not_have_is_a_fault_among_others() {
        var recording = Recording.failing(context -> {
            var queues = new QueueTopology(
                    "orders", QueueTopologyArgs.builder().queue("placed").build());
            assertThat(queues.queue("lost").provider()).isEqualTo("orders-lost");
            assertThat(queues.deadLetterQueue("lost").provider()).isEqualTo("orders-lost-dead");
            cluster("Shop");
        });

        assertThat(recording.failure())
                .startsWith("3 faults:\n  1. QueueTopology \"orders\": queue is \"lost\"")
                .contains("3. ServiceCluster \"Shop\"");
    }

    @Test
    void a_fault_that_an_output_shows_is_one_among_others() {
        var recording = Recording.failing(context -> {
            MessageQueue.fromExisting(
                    "placed",
                    ExistingQueueArgs.builder()
                            .arn("placed")
                            .url("https://placed")
                            .build());
            cluster("Shop");
        });

        assertThat(recording.failure())
                .startsWith("2 faults:\n")
                .contains(
                        "MessageQueue.fromExisting \"placed\": arn is \"placed\"", "ServiceCluster \"Shop\": name is");
    }

    @Test
    void a_component_with_an_empty_name_is_a_fault_among_others() {
        var recording = Recording.failing(context -> {
            cluster("");
            new QueueTopology("", FAULTY_QUEUES);
            cluster("Shop");
        });

        assertThat(recording.failure())
                .startsWith("4 faults:\n  1. ServiceCluster \"\": name is \"\"")
                .contains("\n  2. QueueTopology \"\": name is \"\"", "\n  4. ServiceCluster \"Shop\": name is");
        assertThat(recording.graph().all()).isEmpty();
    }

    @Test
    void existing_data_without_an_arn_is_a_fault_among_others() {
        var recording = Recording.failing(context -> {
            var table = DynamoTable.fromExisting(
                    "orders", ExistingTableArgs.builder().build());
            var bucket = DataBucket.fromExisting(
                    "files", ExistingBucketArgs.builder().build());
            context.export("table", table.tableName());
            context.export("bucket", bucket.bucketName());
            cluster("Shop");
        });

        assertThat(recording.failure())
                .startsWith("3 faults:\n  1. DynamoTable.fromExisting \"orders\": tableArn is missing")
                .contains(
                        "\n  2. DataBucket.fromExisting \"files\": bucketArn is missing",
                        "\n  3. ServiceCluster \"Shop\": name is");
    }

    @Test
    void a_program_adds_faults_of_its_own() {
        var settings = Violations.of("Pulumi.dev.yaml").add("zones", null, "a network needs some", "give them");

        var recording = Recording.failing(context -> {
            Ashlar.check(settings);
            cluster("Shop");
        });

        assertThat(recording.failure())
                .startsWith(
                        "2 faults:\n  1. Pulumi.dev.yaml: zones is missing, but a network needs some; give them.\n");
        assertThatThrownBy(() -> Ashlar.check(settings)).isInstanceOf(InvalidArgsException.class);
        Ashlar.check(Violations.of("Pulumi.dev.yaml"));
    }

    @Test
    void knows_whether_it_is_planning() {
        var runs = new ArrayList<Boolean>();

        Recording.planned(context -> runs.add(Ashlar.isPlanning()));

        assertThat(runs).containsExactly(true, false);
        assertThat(Ashlar.isPlanning()).isFalse();
    }
}

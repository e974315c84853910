package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.compute.ServiceCluster;
import dev.ashlar.compute.ServiceClusterArgs;
import dev.ashlar.messaging.QueueTopology;
import dev.ashlar.messaging.QueueTopologyArgs;
import dev.ashlar.preflight.testkit.Recording;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OrdersStackTest {

    @Test
    void is_planned_and_created() {
        var recording = Recording.planned(OrdersStack::create);

        assertThat(recording.graph().names("ashlar:compute:FargateService")).containsExactly("orders-worker");
        assertThat(recording.graph().edges())
                .hasToString("[orders-worker --connect--> orders-db, orders-worker --consume--> orders-placed]");
        assertThat(recording.outputs()).containsKey("service");
    }

    @Test
    void reports_the_faults_of_two_components_in_one_message_and_registers_nothing() {
        var recording = Recording.failing(context -> {
            var queues = new QueueTopology(
                    "orders",
                    QueueTopologyArgs.builder()
                            .queue("placed", queue -> queue.visibilityTimeout(Duration.ofHours(13)))
                            .build());
            var cluster = new ServiceCluster("Shop", ServiceClusterArgs.builder().build());
            context.export("queue", queues.queue("placed").url());
            context.export("cluster", cluster.arn());
        });

        assertThat(recording.failure())
                .startsWith("2 faults:")
                .contains("1. QueueTopology \"orders\": placed.visibilityTimeout is", "2. ServiceCluster \"Shop\": name is");
        assertThat(recording.graph().all()).isEmpty();
    }
}

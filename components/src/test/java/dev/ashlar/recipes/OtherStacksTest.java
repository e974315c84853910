package dev.ashlar.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import com.pulumi.resources.StackReference;
import dev.ashlar.compute.FargateService;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.ServiceCluster;
import dev.ashlar.compute.ServiceClusterArgs;
import dev.ashlar.compute.image.ImageRepository;
import dev.ashlar.core.Binding;
import dev.ashlar.messaging.QueueTopology;
import dev.ashlar.messaging.QueueTopologyArgs;
import dev.ashlar.network.ExistingNetworkArgs;
import dev.ashlar.network.Network;
import dev.ashlar.network.Vpc;
import dev.ashlar.preflight.testkit.Recording;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How stacks use what others own: the recipes of components/README.md, which shows these programs. */
class OtherStacksTest {

    private static final QueueTopologyArgs QUEUES =
            QueueTopologyArgs.builder().queue("placed").build();

    private static Network network(Output<String> vpcId, Output<List<String>> privateSubnetIds) {
        // <existing>
        var network = Vpc.fromExisting(
                "shared",
                ExistingNetworkArgs.builder()
                        .vpcId(vpcId)
                        .privateSubnetIds(privateSubnetIds)
                        .zoneCount(2)
                        .build());
        // </existing>
        return network;
    }

    @Test
    void a_recording_holds_what_a_program_asks_for() {
        // <recording>
        var graph = Recording.of(context -> new QueueTopology("orders", QUEUES)).graph();

        assertThat(graph.names("aws:sqs/queue:Queue")).containsExactly("orders-placed", "orders-placed-dead");
        // </recording>
    }

    @Test
    void a_binding_crosses_from_one_stack_to_another() {
        var shop = Recording.of(context -> {
            // <export>
            var queues = new QueueTopology("orders", QUEUES);
            context.export("placedOrders", queues.queue("placed").consume().export());
            // </export>
        });
        var network = network(Output.of("vpc-0123456789abcdef0"), Output.of(List.of("subnet-0123456789abcdef0")));
        var graph = Recording.of(
                        context -> {
                            // <reference>
                            var shopStack = new StackReference("organization/shop/prod");
                            var placedOrders = Binding.fromStack(shopStack, "placedOrders");
                            new FargateService(
                                    "packer",
                                    FargateServiceArgs.builder()
                                            .network(network)
                                            .cluster(new ServiceCluster(
                                                    "warehouse",
                                                    ServiceClusterArgs.builder().build()))
                                            .image(ImageRepository.fromExisting("packer")
                                                    .image("1.4.2"))
                                            .uses(placedOrders)
                                            .build());
                            // </reference>
                        },
                        Map.of("organization/shop/prod", shop))
                .graph();

        var queueArn =
                shop.graph().resource("aws:sqs/queue:Queue", "orders-placed").output("arn");
        assertThat(graph.edges()).map(Object::toString).containsExactly("packer --consume--> orders-placed");
        assertThat(graph.resource("aws:iam/rolePolicy:RolePolicy", "packer-to-orders-placed")
                        .input("policy"))
                .asString()
                .contains("sqs:ReceiveMessage", String.valueOf(queueArn));
    }
}

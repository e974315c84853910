package dev.ashlar.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.core.Alias;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceTransformation;
import dev.ashlar.graph.GraphResource;
import dev.ashlar.messaging.QueueTopology;
import dev.ashlar.messaging.QueueTopologyArgs;
import dev.ashlar.network.Vpc;
import dev.ashlar.network.VpcArgs;
import dev.ashlar.preflight.testkit.Recording;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a user reaches a component's children: the recipes of components/README.md, which shows these programs. */
class ChildrenTest {

    private static final String QUEUE = "aws:sqs/queue:Queue";
    private static final String SUBNET = "aws:ec2/subnet:Subnet";

    private static final VpcArgs NETWORK = VpcArgs.builder()
            .cidrBlock("10.20.0.0/16")
            .zones("eu-central-1a", "eu-central-1b")
            .build();

    private static final QueueTopologyArgs QUEUES =
            QueueTopologyArgs.builder().queue("placed").build();

    @Test
    void a_transformation_sets_what_no_option_offers() {
        var plain = Recording.of(context -> new Vpc("main", NETWORK)).graph();
        var graph = Recording.of(context -> {
                    // <transformation>
                    ResourceTransformation namesHostsById = child -> {
                        if (child.args() instanceof SubnetArgs subnet) {
                            var changed = SubnetArgs.builder(subnet)
                                    .privateDnsHostnameTypeOnLaunch("resource-name")
                                    .build();
                            return Optional.of(new ResourceTransformation.Result(changed, child.options()));
                        }
                        return Optional.empty();
                    };
                    var options = ComponentResourceOptions.builder()
                            .resourceTransformations(namesHostsById)
                            .build();
                    var network = new Vpc("main", NETWORK, options);
                    // </transformation>
                    context.export("vpcId", network.vpcId());
                })
                .graph();

        assertThat(graph.ofType(SUBNET)).hasSameSizeAs(plain.ofType(SUBNET)).allSatisfy(subnet -> assertThat(
                        subnet.input("privateDnsHostnameTypeOnLaunch"))
                .isEqualTo("resource-name"));
        assertThat(graph.resource(SUBNET, "main-private-a").input("cidrBlock"))
                .isEqualTo(plain.resource(SUBNET, "main-private-a").input("cidrBlock"));
        assertThat(graph.golden()).isEqualTo(plain.golden());
    }

    @Test
    void a_transformation_adopts_a_resource_that_exists() {
        var graph = Recording.of(context -> {
                    // <import>
                    ResourceTransformation adoptsTheQueue = child -> {
                        if (child.args() instanceof QueueArgs
                                && child.resource().pulumiResourceName().equals("orders-placed")) {
                            var changed = CustomResourceOptions.merge(
                                    (CustomResourceOptions) child.options(),
                                    CustomResourceOptions.builder()
                                            .importId("https://sqs.eu-central-1.amazonaws.com/111111111111/placed")
                                            .build());
                            return Optional.of(new ResourceTransformation.Result(child.args(), changed));
                        }
                        return Optional.empty();
                    };
                    new QueueTopology(
                            "orders",
                            QUEUES,
                            ComponentResourceOptions.builder()
                                    .resourceTransformations(adoptsTheQueue)
                                    .build());
                    // </import>
                })
                .graph();

        var adopted = graph.resource(QUEUE, "orders-placed");
        assertThat(adopted.options().importId())
                .isEqualTo("https://sqs.eu-central-1.amazonaws.com/111111111111/placed");
        assertThat(graph.parent(adopted)).map(GraphResource::name).contains("orders");
        assertThat(graph.resource(QUEUE, "orders-placed-dead").options().importId())
                .isNull();
    }

    @Test
    void an_alias_keeps_a_component_that_gets_another_name() {
        var before = Recording.of(context -> new QueueTopology("shop", QUEUES)).graph();
        var after = Recording.of(context -> {
                    // <rename>
                    new QueueTopology(
                            "orders",
                            QUEUES,
                            ComponentResourceOptions.builder()
                                    .aliases(Alias.builder().name("shop").build())
                                    .build());
                    // </rename>
                })
                .graph();

        assertThat(after.resource("ashlar:messaging:QueueTopology", "orders")
                        .options()
                        .aliases())
                .containsExactly(before.resource("ashlar:messaging:QueueTopology", "shop")
                        .urn());
    }

    @Test
    void an_alias_keeps_a_resource_that_moves_into_a_component() {
        var before = Recording.of(context -> new Queue("placed-orders")).graph();
        var after = Recording.of(context -> {
                    // <move>
                    var urn = "urn:pulumi:%s::%s::aws:sqs/queue:Queue::placed-orders"
                            .formatted(context.stackName(), context.projectName());
                    ResourceTransformation movesTheQueue = child -> {
                        if (child.args() instanceof QueueArgs
                                && child.resource().pulumiResourceName().equals("orders-placed")) {
                            var changed = CustomResourceOptions.merge(
                                    (CustomResourceOptions) child.options(),
                                    CustomResourceOptions.builder()
                                            .aliases(Alias.withUrn(urn))
                                            .build());
                            return Optional.of(new ResourceTransformation.Result(child.args(), changed));
                        }
                        return Optional.empty();
                    };
                    new QueueTopology(
                            "orders",
                            QUEUES,
                            ComponentResourceOptions.builder()
                                    .resourceTransformations(movesTheQueue)
                                    .build());
                    // </move>
                })
                .graph();

        assertThat(after.resource(QUEUE, "orders-placed").options().aliases())
                .containsExactly(before.resource(QUEUE, "placed-orders").urn());
    }
}

package dev.ashlar.compute.internal.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import dev.ashlar.compute.FargateService;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.Services;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.network.ExistingNetworkArgs;
import dev.ashlar.network.Vpc;
import dev.ashlar.preflight.testkit.Recording;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateInputsTest {

    private static final Output<String> NOTHING = Output.ofNullable((String) null);

    private static String failure(FargateServiceArgs.Builder args) {
        return Recording.failing(context -> new FargateService("orders", args.build()))
                .failure();
    }

    @Test
    void a_variable_whose_output_holds_nothing_is_refused_by_its_name() {
        assertThat(failure(Services.worker().putEnvironment("TOPIC_ARN", NOTHING)))
                .isEqualTo(
                        "FargateService \"orders\": environment of container app is TOPIC_ARN without a value, but its output turned"
                                + " out to hold nothing; give an output that exists, or leave it out.");
        assertThat(failure(Services.worker().putEnvironment("TOPIC_ARN", (String) null)))
                .contains("TOPIC_ARN without a value");
        assertThat(failure(Services.worker().sidecar("agent", agent -> agent.image(Services.image("agent"))
                        .putEnvironment("KEY", NOTHING))))
                .contains("environment of container agent is KEY without a value");
    }

    @Test
    void an_image_whose_address_holds_nothing_is_refused() {
        assertThat(failure(Services.worker().image(new ContainerImage(NOTHING, null))))
                .contains("FargateService \"orders\": image of container app is missing");
    }

    @Test
    void subnets_that_turn_out_to_be_none_are_refused() {
        var network = Vpc.fromExisting(
                "legacy",
                ExistingNetworkArgs.builder()
                        .vpcId("vpc-1")
                        .privateSubnetIds(Output.<List<String>>of(List.of()))
                        .build());

        assertThat(failure(Services.worker().network(network)))
                .isEqualTo(
                        "FargateService \"orders\": network is Vpc.fromExisting \"legacy\" with 0 private subnets, but ECS places"
                                + " tasks in 1 to 16 subnets; give the network as many privateSubnetIds.");
    }
}

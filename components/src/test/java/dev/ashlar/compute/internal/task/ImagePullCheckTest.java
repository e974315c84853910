package dev.ashlar.compute.internal.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.pulumi.core.Output;
import dev.ashlar.compute.FargateService;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.Services;
import dev.ashlar.compute.container.FireLensArgs;
import dev.ashlar.compute.container.OpenTelemetryArgs;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.core.EndpointStrategy;
import dev.ashlar.core.NatStrategy;
import dev.ashlar.core.Violation;
import dev.ashlar.network.Network;
import dev.ashlar.network.Networks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePullCheckTest {

    private static Network network(NatStrategy natStrategy) {
        return Networks.vpc(Networks.valid().natStrategy(natStrategy).endpointStrategy(EndpointStrategy.WITHOUT_NAT));
    }

    private static List<String> faults(FargateServiceArgs.Builder args) {
        return FargateService.check("orders", args.build()).all().stream()
                .map(Violation::message)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nginx",
                "library/nginx:1",
                "docker.io/library/nginx:1",
                "public.ecr.aws/nginx/nginx:1",
                "ghcr.io/a/b",
                "quay.io/a/b@sha256:0"
            })
    void rejects_a_public_image_in_a_network_without_internet_access(String image) {
        var args = Services.worker().image(ContainerImage.of(image));

        assertThat(faults(args.network(network(NatStrategy.NONE))))
                .singleElement(STRING)
                .startsWith(
                        "FargateService \"orders\": network is Vpc \"main\", but its private subnets have no route to"
                                + " the internet, from which the image of app (")
                .endsWith("; copy the image to an ImageRepository, or give the network a NAT gateway.");
        assertThat(faults(args.network(network(NatStrategy.SINGLE)))).isEmpty();
    }

    @Test
    void names_the_containers_of_presets() {
        var args = Services.worker()
                .network(network(NatStrategy.NONE))
                .openTelemetry(OpenTelemetryArgs.builder().build())
                .fireLens(FireLensArgs.builder().option("Name", "datadog").build());

        assertThat(faults(args))
                .singleElement(STRING)
                .contains("the image of log-router (public.ecr.aws), otel-collector (public.ecr.aws) is pulled");
    }

    @Test
    void accepts_a_registry_that_a_peered_network_may_reach() {
        var args = Services.worker().network(network(NatStrategy.NONE));

        assertThat(faults(args.image(ContainerImage.of("registry.example.com:5000/orders:1"))))
                .isEmpty();
        assertThat(faults(args.image(new ContainerImage(Output.of("nginx"), null))))
                .isEmpty();
    }

    @Test
    void requires_the_repository_of_an_image_in_ecr() {
        var uri = "111111111111.dkr.ecr.eu-central-1.amazonaws.com/orders:1";

        assertThat(faults(Services.worker().image(ContainerImage.of(uri))))
                .containsExactly(
                        "FargateService \"orders\": image is from 111111111111.dkr.ecr.eu-central-1.amazonaws.com,"
                                + " but the task has no permission to pull from its repository; use"
                                + " ImageRepository.fromExisting(name).image(tag), which grants it.");
        assertThat(faults(Services.worker().sidecar("agent", agent -> agent.image(ContainerImage.of(uri)))))
                .singleElement(STRING)
                .contains("image of agent");
    }
}

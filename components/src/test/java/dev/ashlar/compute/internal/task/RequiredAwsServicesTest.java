package dev.ashlar.compute.internal.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.Services;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.core.SecretReference;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequiredAwsServicesTest {

    private static Set<AwsService> services(FargateServiceArgs.Builder args) {
        return RequiredAwsServices.awsServices(args.build());
    }

    @Test
    void reaches_what_it_takes_to_start_and_what_its_bindings_name() {
        assertThat(services(Services.worker()))
                .containsExactlyInAnyOrder(
                        AwsService.ECR_API, AwsService.ECR_DOCKER, AwsService.S3, AwsService.CLOUDWATCH_LOGS);
        assertThat(services(Services.worker().uses(Services.database())))
                .contains(AwsService.STS, AwsService.SECRETS_MANAGER);
        assertThat(services(Services.worker().enableExecuteCommand(true))).contains(AwsService.SSM_MESSAGES);
    }

    @Test
    void reaches_ecr_only_for_images_from_there() {
        assertThat(services(Services.worker().image(ContainerImage.of("docker.io/library/nginx:1"))))
                .containsExactly(AwsService.CLOUDWATCH_LOGS);
    }

    @Test
    void reaches_what_the_containers_beside_it_need() {
        var secret = SecretReference.of(Output.of("arn:secret:x"));
        var services = services(Services.worker()
                .image(ContainerImage.of("docker.io/library/nginx:1"))
                .sidecar("agent", agent -> agent.image(Services.image("agent")).putSecrets("KEY", secret)));

        assertThat(services).contains(AwsService.ECR_API, AwsService.SECRETS_MANAGER);
    }
}

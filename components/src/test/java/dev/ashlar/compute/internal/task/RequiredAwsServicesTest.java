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
    void requires_the_services_to_start_a_task_and_those_of_its_bindings() {
        assertThat(services(Services.worker()))
                .containsExactlyInAnyOrder(
                        AwsService.ECR_API, AwsService.ECR_DOCKER, AwsService.S3, AwsService.CLOUDWATCH_LOGS);
        assertThat(services(Services.worker().uses(Services.database())))
                .contains(AwsService.STS, AwsService.SECRETS_MANAGER);
        assertThat(services(Services.worker().enableExecuteCommand(true))).contains(AwsService.SSM_MESSAGES);
    }

    @Test
    void requires_ecr_only_for_images_in_ecr() {
        assertThat(services(Services.worker().image(ContainerImage.of("docker.io/library/nginx:1"))))
                .containsExactly(AwsService.CLOUDWATCH_LOGS);
    }

    @Test
    void requires_the_services_of_sidecars() {
        var secret = SecretReference.of(Output.of("arn:secret:x"));
        var services = services(Services.worker()
                .image(ContainerImage.of("docker.io/library/nginx:1"))
                .sidecar("agent", agent -> agent.image(Services.image("agent")).putSecrets("KEY", secret)));

        assertThat(services).contains(AwsService.ECR_API, AwsService.SECRETS_MANAGER);
    }
}

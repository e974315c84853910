package dev.ashlar.compute.internal.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.ecs.ServiceArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.ResourceTransformation;
import dev.ashlar.compute.DeploymentOwner;
import dev.ashlar.compute.FailedRollout;
import dev.ashlar.compute.FargateService;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.Services;
import dev.ashlar.preflight.testkit.Recording;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RolloutVerificationTest {

    private static final String OLD = "arn:aws:ecs:eu-central-1:000000000000:task-definition/orders:7";

    private static final FailedRollout FAILED = new FailedRollout(
            "arn:aws:ecs:x:1:cluster/main", "orders-1", "arn:aws:ecs:x:1:task-definition/orders:8", OLD, "orders-log");

    // To the program it makes no difference whether ECS went back to the old revision or never left it.
    private static final ResourceTransformation STAYS_WITH_THE_OLD_REVISION = child -> {
        if (child.args() instanceof ServiceArgs service) {
            var changed =
                    ServiceArgs.builder(service).taskDefinition(Output.of(OLD)).build();
            return Optional.of(new ResourceTransformation.Result(changed, child.options()));
        }
        return Optional.empty();
    };

    private static FargateService rolledBack(FargateServiceArgs.Builder args) {
        return new FargateService(
                "orders",
                args.build(),
                ComponentResourceOptions.builder()
                        .resourceTransformations(STAYS_WITH_THE_OLD_REVISION)
                        .build());
    }

    @Test
    void fails_a_rolled_back_update_with_both_revisions_and_commands_to_diagnose_it() {
        var failure =
                Recording.failing(context -> rolledBack(Services.worker())).failure();

        assertThat(failure)
                .matches("(?s)FargateService \"orders\": ECS rolled the deployment back:"
                        + " [a-z-]+-orders:\\d+ was requested, orders:7 runs\\..*")
                .contains("aws ecs describe-services --cluster arn:aws:ecs:x:1:cluster/main --services orders-")
                .contains("aws logs tail orders-");
    }

    @Test
    void includes_the_diagnosis_in_the_failure() {
        var failure = Recording.failing(context -> rolledBack(
                        Services.worker().rolloutDiagnosis(failed -> "The containers of %s ran out of memory."
                                .formatted(failed.service()))))
                .failure();

        assertThat(failure).contains("orders:7 runs. The containers of orders-").endsWith("ran out of memory.");
    }

    @Test
    void reports_the_rollback_if_the_diagnosis_fails() {
        var message = RolloutVerification.message("orders", FAILED, failed -> {
            throw new IllegalStateException("no credentials");
        });

        assertThat(message)
                .startsWith(
                        "FargateService \"orders\": ECS rolled the deployment back: orders:8 was requested, orders:7"
                                + " runs."
                                + " The reason could not be read (no credentials); these commands show it:")
                .contains("aws ecs describe-services --cluster arn:aws:ecs:x:1:cluster/main --services orders-1");
    }

    @Test
    void verifies_neither_a_preview_nor_an_externally_deployed_nor_an_unawaited_service() {
        assertThat(Recording.preview(context -> rolledBack(Services.worker()))
                        .graph()
                        .all())
                .isNotEmpty();
        assertThat(Recording.of(context -> rolledBack(Services.worker().deploymentOwner(DeploymentOwner.EXTERNAL)))
                        .graph()
                        .all())
                .isNotEmpty();
        assertThat(Recording.of(context -> rolledBack(Services.worker().waitForSteadyState(false)))
                        .graph()
                        .all())
                .isNotEmpty();
    }
}

package dev.ashlar.traffic.ingestion.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Binding;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.core.SecretReference;
import dev.ashlar.messaging.ExistingQueueArgs;
import dev.ashlar.messaging.MessageQueue;
import dev.ashlar.traffic.ingestion.IngestionApiArgs;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionPlanTest {

    private static final Output<String> SECRET = Output.of("arn:secret");
    private static final Output<String> KEY = Output.of("arn:key");
    private static final MessageQueue QUEUE = MessageQueue.fromExisting(
            "fetch-request",
            ExistingQueueArgs.builder().arn("arn:queue").url("https://queue").build());

    private static Binding database() {
        return Binding.builder()
                .provider("database")
                .access("connect")
                .putEnvironment("DATABASE_HOST", Output.of("host"))
                .putSecrets("DATABASE_USER", new SecretReference(SECRET, "username", KEY))
                .putSecrets("DATABASE_PASSWORD", new SecretReference(SECRET, "password", KEY))
                .putSecrets("DATABASE_TOKEN", SecretReference.of(Output.of("arn:token")))
                .build();
    }

    private static FunctionPlan plan(IngestionApiArgs.Builder args) {
        return FunctionPlan.of(args.build());
    }

    @Test
    void sets_the_arn_of_a_secret_and_never_its_value() {
        var environment = plan(IngestionApiArgs.builder().uses(database())).environment();

        assertThat(environment)
                .containsOnlyKeys(
                        "DATABASE_HOST",
                        "DATABASE_PASSWORD_SECRET_ARN",
                        "DATABASE_PASSWORD_SECRET_KEY",
                        "DATABASE_TOKEN_SECRET_ARN",
                        "DATABASE_USER_SECRET_ARN",
                        "DATABASE_USER_SECRET_KEY")
                .containsEntry("DATABASE_PASSWORD_SECRET_ARN", SECRET);
        assertThat(PulumiTest.extractValue(environment.get("DATABASE_PASSWORD_SECRET_KEY")))
                .isEqualTo("password");
    }

    @Test
    void permits_each_secret_and_its_key_once() {
        assertThat(plan(IngestionApiArgs.builder().uses(database())).secretStatements())
                .hasSize(3)
                .contains(
                        PolicyStatement.allow(SECRET, "secretsmanager:GetSecretValue"),
                        PolicyStatement.allow(KEY, "kms:Decrypt"));
    }

    @Test
    void requires_no_sqs_endpoint_for_a_consumed_queue() {
        var consuming = plan(IngestionApiArgs.builder().consumes(QUEUE));

        assertThat(consuming.bindings().edges())
                .containsExactly(Map.of("provider", "fetch-request", "access", "consume"));
        assertThat(consuming.services()).isEmpty();
        assertThat(plan(IngestionApiArgs.builder().uses(QUEUE.send())).services())
                .containsExactly(AwsService.SQS);
        assertThat(plan(IngestionApiArgs.builder().uses(database())).services())
                .containsExactly(AwsService.SECRETS_MANAGER);
    }

    @Test
    void merges_own_variables_with_those_of_bindings() {
        assertThat(plan(IngestionApiArgs.builder().uses(QUEUE.send()).putEnvironment("MODE", "fast"))
                        .environment())
                .containsOnlyKeys("FETCH_REQUEST_QUEUE_URL", "MODE");
    }

    @Test
    void requires_a_visibility_timeout_of_six_timeouts_and_the_batching_window() {
        var args = IngestionApiArgs.builder()
                .timeout(Duration.ofSeconds(15))
                .consumes(QUEUE, consumption -> consumption.maximumBatchingWindow(Duration.ofSeconds(5)))
                .build();

        assertThat(FunctionPlan.of(args).leastVisibilityTimeout(args.consumes().get(0)))
                .isEqualTo(Duration.ofSeconds(95));
    }
}

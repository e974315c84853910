package dev.ashlar.data.aurora;

import static dev.ashlar.data.aurora.Databases.valid;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.SecretReference;
import dev.ashlar.preflight.testkit.Recording;
import org.junit.jupiter.api.Test;

class DatabaseBindingsTest {

    private static final String SECRET = "arn:aws:secretsmanager:eu-central-1:000000000000:secret:orders-AbCdEf";
    private static final String KEY = "arn:aws:kms:eu-central-1:000000000000:key/1";

    private static AuroraCluster database(AuroraClusterArgs.Builder args) {
        return new AuroraCluster("database", args.build());
    }

    @Test
    void marks_the_secrets_of_a_password_connection_as_rotating() {
        Recording.of(context -> {
            var binding = database(valid()).passwordConnection(SecretReference.of(Output.of(SECRET)));

            assertThat(binding.statements()).isEmpty();
            assertThat(binding.environment()).containsOnlyKeys("DATABASE_HOST", "DATABASE_PORT", "DATABASE_NAME");
            assertThat(binding.secrets()).containsOnlyKeys("DATABASE_USER", "DATABASE_PASSWORD");
            assertThat(binding.secrets().values()).allMatch(SecretReference::rotates);
            assertThat(binding.secrets().get("DATABASE_USER").jsonKey()).isEqualTo("username");
            assertThat(binding.secrets().get("DATABASE_PASSWORD").jsonKey()).isEqualTo("password");
            assertThat(binding.services()).containsExactly(AwsService.SECRETS_MANAGER);
        });
    }

    @Test
    void marks_only_the_master_connection_as_rotating() {
        Recording.of(context -> {
            var database = database(valid());

            assertThat(database.masterConnection().secrets().values()).allMatch(SecretReference::rotates);
            assertThat(database.connection().secrets()).isEmpty();
            assertThat(database.readerConnection().secrets()).isEmpty();
        });
    }

    @Test
    void connects_with_a_password_directly_and_not_through_the_proxy() {
        Recording.of(context -> {
            var database = database(valid().proxy());

            assertThat(database.passwordConnection(SecretReference.of(Output.of(SECRET)), "db")
                            .provider())
                    .isEqualTo("database");
            assertThat(database.connection().provider()).isEqualTo("database-proxy");
        });
    }

    @Test
    void rejects_one_key_of_a_secret_as_user_and_password() {
        assertThat(Recording.failing(context ->
                                database(valid()).passwordConnection(SecretReference.of(Output.of(SECRET), "password")))
                        .failure())
                .isEqualTo(
                        "AuroraCluster \"database\": secret is the key password, but the user and the password are two keys of one secret; use the secret without a key.");
    }

    @Test
    void provides_the_data_api_without_a_network_path() {
        var recording = Recording.of(context -> {
            var database = database(valid().dataApi(true));
            var binding = database.dataApiConnection(new SecretReference(Output.of(SECRET), null, Output.of(KEY)));
            assertThat(binding.path()).isEmpty();
            assertThat(binding.services()).containsExactly(AwsService.RDS_DATA);
            assertThat(binding.environment())
                    .containsOnlyKeys("DATABASE_CLUSTER_ARN", "DATABASE_SECRET_ARN", "DATABASE_NAME");
            context.export("binding", binding.export());
        });
        var cluster = recording.graph().resource("aws:rds/cluster:Cluster", "database");

        assertThat(cluster.input("enableHttpEndpoint")).isEqualTo(true);
        assertThat(recording.outputs().get("binding"))
                .asString()
                .contains("\"rds-data:ExecuteStatement\"", String.valueOf(cluster.output("arn")))
                .contains("\"secretsmanager:GetSecretValue\"", SECRET)
                .contains("\"kms:Decrypt\"", KEY)
                .doesNotContain("rds-data:*");
    }

    @Test
    void rejects_a_data_api_connection_unless_it_is_enabled() {
        assertThat(Recording.failing(
                                context -> database(valid()).dataApiConnection(SecretReference.of(Output.of(SECRET))))
                        .failure())
                .isEqualTo(
                        "AuroraCluster \"database\": dataApi is false, but the Data API of this cluster is disabled; set dataApi to true.");
    }
}

package dev.ashlar.data.aurora;

import static dev.ashlar.data.aurora.Databases.valid;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import dev.ashlar.compute.FargateService;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.ServiceCluster;
import dev.ashlar.compute.ServiceClusterArgs;
import dev.ashlar.core.Binding;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.core.SecretReference;
import dev.ashlar.core.Signal;
import dev.ashlar.network.Vpc;
import dev.ashlar.network.VpcArgs;
import dev.ashlar.preflight.testkit.Recording;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Databases with faults, in a program that is planned. */
class PlannedDatabaseTest {

    private static final SecretReference SECRET =
            SecretReference.of(Output.of("arn:aws:secretsmanager:eu-central-1:000000000000:secret:orders-AbCdEf"));

    private static Vpc network() {
        return new Vpc(
                "main",
                VpcArgs.builder()
                        .cidrBlock("10.20.0.0/16")
                        .zones("eu-central-1a", "eu-central-1b")
                        .build());
    }

    private static FargateService service(Vpc network, Binding binding) {
        return new FargateService(
                "orders",
                FargateServiceArgs.builder()
                        .network(network)
                        .cluster(new ServiceCluster(
                                "shop", ServiceClusterArgs.builder().build()))
                        .image(ContainerImage.of(
                                Output.of("1.dkr.ecr.x.amazonaws.com/orders:1.0"),
                                Output.of("arn:aws:ecr:x:1:repository/orders")))
                        .uses(binding)
                        .build());
    }

    @Test
    void reports_violations_of_a_cluster_and_of_a_service_that_uses_it_in_one_message() {
        var recording = Recording.failing(context -> {
            var network = network();
            var database = new AuroraCluster(
                    "database",
                    valid().network(network).minCapacity(0).maxCapacity(0.25).build());
            service(network, database.connection());
        });

        assertThat(recording.failure())
                .contains("AuroraCluster \"database\": maxCapacity is 0.25")
                .contains("FargateService \"orders\": uses is database, which pauses");
        assertThat(recording.graph().names("aws:rds/cluster:Cluster")).isEmpty();
    }

    @Test
    void provides_bindings_and_signals_of_a_cluster_with_violations() {
        var recording = Recording.failing(context -> {
            var database = new AuroraCluster(
                    "database",
                    valid().minCapacity(-1)
                            .maxCapacity(-1)
                            .reader("reports")
                            .customEndpoint("slow", "reports")
                            .dataApi(true)
                            .proxy(proxy -> proxy.users("app", "jobs"))
                            .engineVersion("none")
                            .build());

            assertThat(database.connection("jobs").provider()).isEqualTo("database-proxy");
            assertThat(database.readerConnection().environment()).containsKey("DATABASE_READER_HOST");
            assertThat(database.masterConnection().secrets()).containsKey("DATABASE_MASTER_PASSWORD");
            assertThat(database.passwordConnection(SECRET).path())
                    .hasValueSatisfying(path -> assertThat(path.port()).isEqualTo(5432));
            assertThat(database.endpointConnection("slow", "app").environment()).containsKey("DATABASE_SLOW_HOST");
            assertThat(database.dataApiConnection(SECRET).environment()).containsKey("DATABASE_CLUSTER_ARN");
            assertThat(database.proxyUserSecret("jobs").jsonKey()).isNull();
            assertThat(database.signals()).extracting(Signal::name).contains("connections", "replica-lag");
        });

        assertThat(recording.failure())
                .contains("minCapacity is -1", "maxCapacity is -1", "engineVersion is \"none\"")
                .doesNotContain("Exception");
    }

    @Test
    void collects_requests_for_bindings_that_a_cluster_does_not_have() {
        var recording = Recording.failing(context -> {
            var database = new AuroraCluster("database", valid().proxy().build());
            List.of(
                    database.connection("jobs"),
                    database.endpointConnection("slow", "*"),
                    database.dataApiConnection(SECRET.key("password")));
            database.proxyUserSecret("jobs");
        });

        assertThat(recording.failure())
                .contains(
                        "user is \"jobs\"",
                        "endpoint is \"slow\"",
                        "user is \"*\"",
                        "dataApi is false",
                        "secret is the key password",
                        "proxyUserSecret is \"jobs\"");
    }

    @Test
    void reports_missing_facts_of_an_existing_database_together_with_other_violations() {
        var recording = Recording.failing(context -> {
            var network = network();
            var database = AuroraCluster.fromExisting(
                    "legacy",
                    ExistingDatabaseArgs.builder()
                            .endpoint("writer.example")
                            .clusterResourceId("cluster-ABC")
                            .build());
            new AuroraCluster(
                    "database", valid().network(network).databaseName("").build());
            service(network, database.masterConnection());
        });

        assertThat(recording.failure())
                .contains("AuroraCluster.fromExisting \"legacy\": databaseName is missing")
                .contains("AuroraCluster.fromExisting \"legacy\": masterUserSecretArn is missing")
                .contains("AuroraCluster \"database\": databaseName is \"\"");
    }
}

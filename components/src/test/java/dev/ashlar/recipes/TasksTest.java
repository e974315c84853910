package dev.ashlar.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import dev.ashlar.compute.Cluster;
import dev.ashlar.compute.ExistingClusterArgs;
import dev.ashlar.compute.MigrationTask;
import dev.ashlar.compute.MigrationTaskArgs;
import dev.ashlar.compute.ScheduledTask;
import dev.ashlar.compute.ScheduledTaskArgs;
import dev.ashlar.compute.ServiceCluster;
import dev.ashlar.compute.image.ImageExpiry;
import dev.ashlar.compute.image.ImageRepository;
import dev.ashlar.compute.image.ImageRepositoryArgs;
import dev.ashlar.compute.image.Repository;
import dev.ashlar.data.aurora.AuroraCluster;
import dev.ashlar.data.aurora.Database;
import dev.ashlar.data.aurora.ExistingDatabaseArgs;
import dev.ashlar.network.ExistingNetworkArgs;
import dev.ashlar.network.Network;
import dev.ashlar.network.Vpc;
import dev.ashlar.preflight.testkit.Recording;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tasks that run to their end, and the images that they run: the recipes of components/README.md. */
class TasksTest {

    private static Network network() {
        return Vpc.fromExisting(
                "shared",
                ExistingNetworkArgs.builder()
                        .vpcId("vpc-0123456789abcdef0")
                        .privateSubnetIds("subnet-0123456789abcdef0")
                        .build());
    }

    private static Cluster cluster() {
        return ServiceCluster.fromExisting(
                "main",
                ExistingClusterArgs.builder()
                        .arn("arn:aws:ecs:eu-central-1:000000000000:cluster/main")
                        .build());
    }

    private static Database database() {
        return AuroraCluster.fromExisting(
                "orders",
                ExistingDatabaseArgs.builder()
                        .endpoint("orders.cluster-x.eu-central-1.rds.amazonaws.com")
                        .readerEndpoint("orders.cluster-ro-x.eu-central-1.rds.amazonaws.com")
                        .databaseName("orders")
                        .securityGroupId("sg-0123456789abcdef0")
                        .clusterArn("arn:aws:rds:eu-central-1:000000000000:cluster:orders")
                        .clusterResourceId("cluster-ABC")
                        .masterUserSecretArn("arn:aws:secretsmanager:eu-central-1:000000000000:secret:orders-a1b2c3")
                        .build());
    }

    private static void migration(
            Context context, Cluster cluster, Network network, Database database, Repository repository) {
        // <migration>
        var migrations = new MigrationTask(
                "orders-migrations",
                MigrationTaskArgs.builder()
                        .cluster(cluster)
                        .network(network)
                        .image(repository.image("1.10.2"))
                        .command("update")
                        .uses(database.masterConnection("DB"))
                        .build());
        context.export("migrateCommand", migrations.runCommand());
        // </migration>
    }

    private static void scheduled(Cluster cluster, Network network, Database database, Repository repository) {
        // <scheduled>
        new ScheduledTask(
                "nightly-report",
                ScheduledTaskArgs.builder()
                        .cluster(cluster)
                        .network(network)
                        .image(repository.image("1.10.2"))
                        .scheduleExpression("cron(0 3 * * ? *)")
                        .scheduleExpressionTimezone("Europe/Berlin")
                        .uses(database.readerConnection())
                        .build());
        // </scheduled>
    }

    @Test
    void a_migration_has_the_database_and_a_command() {
        var recording = Recording.of(context ->
                migration(context, cluster(), network(), database(), ImageRepository.fromExisting("orders")));

        assertThat(String.valueOf(recording.outputs().get("migrateCommand"))).startsWith("aws ecs run-task ");
        assertThat(recording
                        .graph()
                        .resource("aws:ecs/taskDefinition:TaskDefinition", "orders-migrations")
                        .input("containerDefinitions"))
                .asString()
                .contains("\"DB_HOST\"", "\"DB_PASSWORD\"");
    }

    @Test
    void a_report_runs_at_night() {
        var graph = Recording.of(
                        context -> scheduled(cluster(), network(), database(), ImageRepository.fromExisting("orders")))
                .graph();

        assertThat(graph.names("aws:scheduler/schedule:Schedule")).containsExactly("nightly-report");
    }

    @Test
    void images_of_pull_requests_expire_early() {
        var graph = Recording.of(context -> {
                    // <images>
                    new ImageRepository(
                            "orders-api",
                            ImageRepositoryArgs.builder()
                                    .expiries(ImageExpiry.sinceImagePushed(Duration.ofDays(14), "pr-*"))
                                    .build());
                    // </images>
                })
                .graph();

        assertThat(graph.resource("aws:ecr/lifecyclePolicy:LifecyclePolicy", "orders-api")
                        .input("policy"))
                .asString()
                .contains("\"deployed-\"", "\"pr-*\"");
    }
}

package dev.ashlar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.compute.ExistingClusterArgs;
import dev.ashlar.compute.ServiceCluster;
import dev.ashlar.data.aurora.AuroraCluster;
import dev.ashlar.data.aurora.ExistingDatabaseArgs;
import dev.ashlar.data.bucket.DataBucket;
import dev.ashlar.data.bucket.ExistingBucketArgs;
import dev.ashlar.data.table.DynamoTable;
import dev.ashlar.data.table.ExistingTableArgs;
import dev.ashlar.messaging.ExistingQueueArgs;
import dev.ashlar.messaging.MessageQueue;
import dev.ashlar.preflight.testkit.Recording;
import dev.ashlar.traffic.firewall.ExistingFirewallArgs;
import dev.ashlar.traffic.firewall.WebFirewall;
import dev.ashlar.traffic.loadbalancer.ApplicationLoadBalancer;
import dev.ashlar.traffic.loadbalancer.ExistingLoadBalancerArgs;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What exists already is named by its ARN; a name in its place is found before anything is created. */
class ExistingArnsTest {

    private static final String NAME = "orders";

    static List<Arguments> handles() {
        return List.of(
                handle(
                        "MessageQueue.fromExisting \"orders\": arn",
                        () -> MessageQueue.fromExisting(
                                NAME,
                                ExistingQueueArgs.builder()
                                        .arn(NAME)
                                        .url("https://sqs")
                                        .build())),
                handle(
                        "DynamoTable.fromExisting \"orders\": tableArn",
                        () -> DynamoTable.fromExisting(
                                NAME, ExistingTableArgs.builder().tableArn(NAME).build())),
                handle(
                        "DataBucket.fromExisting \"orders\": bucketArn",
                        () -> DataBucket.fromExisting(
                                NAME,
                                ExistingBucketArgs.builder().bucketArn(NAME).build())),
                handle(
                        "AuroraCluster.fromExisting \"orders\": clusterArn",
                        () -> AuroraCluster.fromExisting(
                                NAME,
                                ExistingDatabaseArgs.builder()
                                        .endpoint("database")
                                        .databaseName("orders")
                                        .securityGroupId("sg-1")
                                        .clusterArn(NAME)
                                        .clusterResourceId("cluster-1")
                                        .build())),
                handle(
                        "ApplicationLoadBalancer.fromExisting \"orders\": listenerArn",
                        () -> ApplicationLoadBalancer.fromExisting(
                                NAME,
                                ExistingLoadBalancerArgs.builder()
                                        .listenerArn(NAME)
                                        .securityGroupId("sg-1")
                                        .arnSuffix("app/orders/1")
                                        .dnsName("orders.elb.amazonaws.com")
                                        .zoneId("Z1")
                                        .build())),
                handle(
                        "WebFirewall.fromExisting \"orders\": webAclArn",
                        () -> WebFirewall.fromExisting(
                                NAME,
                                ExistingFirewallArgs.builder().webAclArn(NAME).build())),
                handle(
                        "ServiceCluster.fromExisting \"main\": arn",
                        () -> ServiceCluster.fromExisting(
                                "main", ExistingClusterArgs.builder().arn(NAME).build())));
    }

    private static Arguments handle(String option, Runnable creation) {
        return Arguments.of(option, creation);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("handles")
    void a_name_in_the_place_of_an_arn_is_refused(String option, Runnable creation) {
        assertThat(Recording.failing(context -> creation.run()).failure())
                .startsWith(option + " is \"orders\", but an ARN of ");
    }
}

package dev.ashlar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.compute.FargateService;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.MigrationTask;
import dev.ashlar.compute.MigrationTaskArgs;
import dev.ashlar.compute.ScheduledTask;
import dev.ashlar.compute.ScheduledTaskArgs;
import dev.ashlar.compute.ServiceCluster;
import dev.ashlar.compute.ServiceClusterArgs;
import dev.ashlar.compute.image.ImageRepository;
import dev.ashlar.compute.image.ImageRepositoryArgs;
import dev.ashlar.core.Violation;
import dev.ashlar.core.Violations;
import dev.ashlar.data.aurora.AuroraCluster;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.data.bucket.DataBucket;
import dev.ashlar.data.bucket.DataBucketArgs;
import dev.ashlar.data.cache.RedisCache;
import dev.ashlar.data.cache.RedisCacheArgs;
import dev.ashlar.data.table.DynamoTable;
import dev.ashlar.data.table.DynamoTableArgs;
import dev.ashlar.identity.UserPool;
import dev.ashlar.identity.UserPoolArgs;
import dev.ashlar.messaging.QueueTopology;
import dev.ashlar.messaging.QueueTopologyArgs;
import dev.ashlar.network.Vpc;
import dev.ashlar.network.VpcArgs;
import dev.ashlar.traffic.firewall.WebFirewall;
import dev.ashlar.traffic.firewall.WebFirewallArgs;
import dev.ashlar.traffic.ingestion.IngestionApi;
import dev.ashlar.traffic.ingestion.IngestionApiArgs;
import dev.ashlar.traffic.loadbalancer.ApplicationLoadBalancer;
import dev.ashlar.traffic.loadbalancer.ApplicationLoadBalancerArgs;
import dev.ashlar.traffic.loadbalancer.WeightedRoute;
import dev.ashlar.traffic.loadbalancer.WeightedRouteArgs;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TagsOfComponentsTest {

    private static final Map<String, String> TAGS = Map.of("aws:team", "orders");

    static Stream<Violations> checks() {
        return Stream.of(
                Vpc.check("main", VpcArgs.builder().tags(TAGS).build()),
                AuroraCluster.check(
                        "main", AuroraClusterArgs.builder().tags(TAGS).build()),
                RedisCache.check("main", RedisCacheArgs.builder().tags(TAGS).build()),
                DynamoTable.check("main", DynamoTableArgs.builder().tags(TAGS).build()),
                DataBucket.check("main", DataBucketArgs.builder().tags(TAGS).build()),
                QueueTopology.check(
                        "main", QueueTopologyArgs.builder().tags(TAGS).build()),
                ServiceCluster.check(
                        "main", ServiceClusterArgs.builder().tags(TAGS).build()),
                FargateService.check(
                        "main", FargateServiceArgs.builder().tags(TAGS).build()),
                ScheduledTask.check(
                        "main", ScheduledTaskArgs.builder().tags(TAGS).build()),
                MigrationTask.check(
                        "main", MigrationTaskArgs.builder().tags(TAGS).build()),
                ImageRepository.check(
                        "main", ImageRepositoryArgs.builder().tags(TAGS).build()),
                ApplicationLoadBalancer.check(
                        "main", ApplicationLoadBalancerArgs.builder().tags(TAGS).build()),
                WeightedRoute.check(
                        "main", WeightedRouteArgs.builder().tags(TAGS).build()),
                WebFirewall.check("main", WebFirewallArgs.builder().tags(TAGS).build()),
                UserPool.check("main", UserPoolArgs.builder().tags(TAGS).build()),
                IngestionApi.check("main", IngestionApiArgs.builder().tags(TAGS).build()));
    }

    @ParameterizedTest
    @MethodSource("checks")
    void tags_that_aws_refuses_are_faults_of_every_component(Violations violations) {
        assertThat(violations.all()).extracting(Violation::message).anySatisfy(message -> assertThat(message)
                .contains("tags is \"aws:team\""));
    }
}

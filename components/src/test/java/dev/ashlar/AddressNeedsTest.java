package dev.ashlar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.compute.FargateService;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.MigrationTask;
import dev.ashlar.compute.MigrationTaskArgs;
import dev.ashlar.compute.ScheduledTask;
import dev.ashlar.compute.ScheduledTaskArgs;
import dev.ashlar.core.Violation;
import dev.ashlar.core.Violations;
import dev.ashlar.data.aurora.AuroraCluster;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.data.cache.RedisCache;
import dev.ashlar.data.cache.RedisCacheArgs;
import dev.ashlar.network.ExistingNetworkArgs;
import dev.ashlar.network.Network;
import dev.ashlar.network.Tier;
import dev.ashlar.network.Vpc;
import dev.ashlar.preflight.testkit.Recording;
import dev.ashlar.traffic.ingestion.IngestionApi;
import dev.ashlar.traffic.ingestion.IngestionApiArgs;
import dev.ashlar.traffic.loadbalancer.ApplicationLoadBalancer;
import dev.ashlar.traffic.loadbalancer.ApplicationLoadBalancerArgs;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Each user of a network says how many network interfaces it has at most, before AWS runs out of addresses for them. */
class AddressNeedsTest {

    /** A network of two zones. */
    private static Network network(Tier tier, int usable) {
        return Vpc.fromExisting(
                "existing",
                ExistingNetworkArgs.builder()
                        .vpcId("vpc-1")
                        .publicSubnetIds("subnet-3", "subnet-4")
                        .privateSubnetIds("subnet-1", "subnet-2")
                        .zoneCount(2)
                        .putUsableAddresses(tier, usable)
                        .build());
    }

    private static void needsInEachSubnet(int addresses, Tier tier, Function<Network, Violations> check) {
        assertThat(overflows(check.apply(network(tier, addresses)))).isEmpty();
        assertThat(overflows(check.apply(network(tier, addresses - 1))))
                .singleElement()
                .asString()
                .contains("each of its %s subnets has %d addresses for use, and %d are needed"
                        .formatted(tier.label(), addresses - 1, addresses));
    }

    private static List<String> overflows(Violations violations) {
        return violations.all().stream()
                .map(Violation::message)
                .filter(message -> message.contains("are needed: "))
                .toList();
    }

    @Test
    void a_service_counts_its_tasks_at_the_height_of_a_deployment() {
        needsInEachSubnet(
                3,
                Tier.PRIVATE,
                network -> FargateService.check(
                        "api",
                        FargateServiceArgs.builder()
                                .network(network)
                                .desiredCount(3)
                                .build()));
        needsInEachSubnet(
                8,
                Tier.PRIVATE,
                network -> FargateService.check(
                        "api",
                        FargateServiceArgs.builder()
                                .network(network)
                                .desiredCount(2)
                                .scaling(scaling -> scaling.maxCapacity(8))
                                .build()));
    }

    @Test
    void a_task_counts_itself() {
        needsInEachSubnet(
                1,
                Tier.PRIVATE,
                network -> MigrationTask.check(
                        "schema", MigrationTaskArgs.builder().network(network).build()));
    }

    @Test
    void a_schedule_counts_the_tasks_of_a_run() {
        needsInEachSubnet(
                3,
                Tier.PRIVATE,
                network -> ScheduledTask.check(
                        "report",
                        ScheduledTaskArgs.builder()
                                .network(network)
                                .taskCount(5)
                                .build()));
    }

    @Test
    void a_database_counts_the_readers_that_come_with_the_load() {
        needsInEachSubnet(
                3,
                Tier.ISOLATED,
                network -> AuroraCluster.check(
                        "orders",
                        AuroraClusterArgs.builder()
                                .network(network)
                                .readerScaling(scaling -> scaling.maxCapacity(4))
                                .build()));
    }

    @Test
    void a_cache_counts_the_nodes_of_all_shards() {
        needsInEachSubnet(
                3,
                Tier.ISOLATED,
                network -> RedisCache.check(
                        "cache",
                        RedisCacheArgs.builder()
                                .network(network)
                                .shards(3)
                                .replicasPerShard(1)
                                .build()));
    }

    @Test
    void a_function_counts_one_interface_in_each_subnet() {
        needsInEachSubnet(
                1,
                Tier.PRIVATE,
                network -> IngestionApi.check(
                        "ingestion", IngestionApiArgs.builder().network(network).build()));
    }

    @Test
    void a_load_balancer_keeps_room_to_grow() {
        var balancers = network(Tier.PUBLIC, 31);
        Recording.of(context -> {
            for (var name : List.of("a", "b", "c")) {
                new ApplicationLoadBalancer(
                        name,
                        ApplicationLoadBalancerArgs.builder()
                                .network(balancers)
                                .allowPlainHttp(true)
                                .build());
            }
        });

        assertThat(overflows(ApplicationLoadBalancer.check(
                        "d",
                        ApplicationLoadBalancerArgs.builder().network(balancers).build())))
                .singleElement()
                .asString()
                .contains("31 addresses for use, and 32 are needed");
        needsInEachSubnet(
                8,
                Tier.PRIVATE,
                network -> ApplicationLoadBalancer.check(
                        "inside",
                        ApplicationLoadBalancerArgs.builder()
                                .network(network)
                                .internal(true)
                                .build()));
    }

    @Test
    void a_load_balancer_refuses_subnets_smaller_than_a_27() {
        Function<Integer, List<String>> faults = usable -> ApplicationLoadBalancer.check(
                        "public",
                        ApplicationLoadBalancerArgs.builder()
                                .network(network(Tier.PUBLIC, usable))
                                .allowPlainHttp(true)
                                .build())
                .all()
                .stream()
                .map(Violation::message)
                .toList();

        assertThat(faults.apply(27)).isEmpty();
        assertThat(faults.apply(11))
                .containsExactly(
                        "ApplicationLoadBalancer \"public\": network is Vpc.fromExisting \"existing\" with 11 addresses for"
                                + " use in a public subnet, but a load balancer requires subnets of /27 or larger; give the"
                                + " network larger subnets.");
    }
}

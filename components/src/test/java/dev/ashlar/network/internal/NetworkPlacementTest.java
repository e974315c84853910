package dev.ashlar.network.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.core.AwsService;
import dev.ashlar.core.EndpointStrategy;
import dev.ashlar.core.NatStrategy;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.CidrBlock;
import dev.ashlar.internal.component.Created;
import dev.ashlar.network.ExistingNetworkArgs;
import dev.ashlar.network.Tier;
import dev.ashlar.network.Vpc;
import dev.ashlar.network.VpcArgs;
import dev.ashlar.network.internal.address.SubnetCapacity;
import dev.ashlar.network.internal.plan.VpcPlan;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NetworkPlacementTest {

    /** Two private subnets with 27 addresses for use each, and two public ones with 11. */
    private static VpcPlacement small() {
        return vpc(VpcArgs.builder()
                .cidrBlock("10.20.0.0/24")
                .zones("eu-central-1a", "eu-central-1b")
                .tiers(Set.of(Tier.PUBLIC, Tier.PRIVATE))
                .putSubnetBlocks(Tier.PUBLIC, List.of("10.20.0.0/28", "10.20.0.16/28"))
                .putSubnetBlocks(Tier.PRIVATE, List.of("10.20.0.32/27", "10.20.0.64/27"))
                .natStrategy(NatStrategy.SINGLE)
                .endpointStrategy(EndpointStrategy.ON_DEMAND)
                .build());
    }

    /** The placement in a network that is not created, whose options may have faults. */
    private static VpcPlacement vpc(VpcArgs args) {
        var capacity = Vpc.check("main", args).isEmpty() ? VpcPlan.of(args).capacity() : SubnetCapacity.UNKNOWN;
        return new VpcPlacement("Vpc \"main\"", args, capacity, Created.nothing());
    }

    private static Violations service(String name) {
        return Violations.of("FargateService", name);
    }

    private static void place(NetworkPlacement network, Tier tier, int interfaces, Violations consumer) {
        place(network, tier, interfaces, Set.of(), consumer);
    }

    /** Checks and places a component, like its constructor; one with faults is not placed. */
    private static void place(
            NetworkPlacement network, Tier tier, int interfaces, Set<AwsService> services, Violations consumer) {
        var needs = new NetworkNeeds(consumer.subject(), tier, interfaces, services);
        network.check(needs, consumer);
        if (consumer.isEmpty()) {
            network.place(needs);
        }
    }

    @Test
    void subtracts_the_addresses_that_aws_reserves() {
        assertThat(small().usableAddresses(Tier.PRIVATE)).hasValue(27);
        assertThat(small().usableAddresses(Tier.PUBLIC)).hasValue(11);
        assertThat(small().usableAddresses(Tier.ISOLATED)).isEmpty();
    }

    @Test
    void names_every_consumer_of_a_subnet_that_is_too_small() {
        var network = small();
        var api = service("api");
        var jobs = service("jobs");

        place(network, Tier.PRIVATE, 41, Set.of(AwsService.SQS, AwsService.KMS, AwsService.S3), api);
        place(network, Tier.PRIVATE, 10, jobs);

        assertThat(api.isEmpty()).isTrue();
        assertThat(jobs.message())
                .isEqualTo("FargateService \"jobs\": network is Vpc \"main\", but each of its private subnets has 27"
                        + " addresses for use, and 28 are needed: FargateService \"api\" 21, FargateService \"jobs\" 5,"
                        + " endpoints 2; give the network larger subnets or another zone, or let fewer run.");
    }

    @Test
    void counts_the_nat_gateway_in_a_public_subnet() {
        var network = small();
        var fits = service("fits");
        var exceeds = service("exceeds");

        place(network, Tier.PUBLIC, 20, fits);
        place(network, Tier.PUBLIC, 2, exceeds);

        assertThat(fits.isEmpty()).isTrue();
        assertThat(exceeds.message())
                .contains("11 addresses for use, and 12 are needed")
                .contains("NAT 1");
    }

    @Test
    void replaces_the_earlier_needs_of_a_consumer() {
        var network = small();
        place(network, Tier.PRIVATE, 50, service("api"));
        var again = service("api");
        var other = service("other");

        place(network, Tier.PRIVATE, 50, again);
        place(network, Tier.PRIVATE, 4, other);

        assertThat(again.isEmpty()).isTrue();
        assertThat(other.isEmpty()).isTrue();
    }

    @Test
    void reports_one_overflow_once() {
        var network = small();
        var large = service("large");
        var later = service("later");

        place(network, Tier.PRIVATE, 100, large);
        place(network, Tier.PRIVATE, 1, later);

        assertThat(large.all()).hasSize(1);
        assertThat(later.isEmpty()).isTrue();
    }

    @Test
    void accepts_the_same_consumers_after_a_thousand_checks() {
        var network = small();
        var needs = NetworkNeeds.of("FargateService", "api", Tier.PRIVATE, 50, Set.of(AwsService.SQS));
        var other = service("other");

        for (int i = 0; i < 1000; i++) {
            network.check(needs, service("api"));
            network.check(NetworkNeeds.of("FargateService", "api-" + i, Tier.PRIVATE, 50), service("api"));
        }
        place(network, Tier.PRIVATE, 54, other);

        assertThat(other.isEmpty()).isTrue();
    }

    @Test
    void rejects_a_consumer_whose_endpoint_does_not_fit() {
        var network = small();
        var jobs = service("jobs");
        place(network, Tier.PRIVATE, 52, service("api"));

        place(network, Tier.PRIVATE, 1, Set.of(AwsService.SQS), jobs);

        assertThat(jobs.message())
                .contains("27 addresses for use, and 28 are needed")
                .contains("endpoints 1");
    }

    @Property
    void accepts_as_many_addresses_as_fit_and_not_one_more(
            @ForAll @IntRange(min = 16, max = 20) int prefix, @ForAll @IntRange(min = 1, max = 4) int zones) {
        var args = VpcArgs.builder()
                .cidrBlock(new CidrBlock(10L << 24, prefix).toString())
                .natStrategy(NatStrategy.NONE);
        for (int slot = 1; slot <= zones; slot++) {
            args.putZones(slot, "eu-central-1" + (char) ('a' + slot - 1));
        }
        var network = vpc(args.build());
        int usable = network.usableAddresses(Tier.ISOLATED).orElseThrow();
        var fits = service("api");
        var exceeds = service("api");

        place(network, Tier.ISOLATED, usable * zones, fits);
        place(network, Tier.ISOLATED, usable * zones + 1, exceeds);

        assertThat(fits.isEmpty()).isTrue();
        assertThat(exceeds.isEmpty()).isFalse();
    }

    @Test
    void accepts_everything_while_the_network_has_violations() {
        var network = vpc(VpcArgs.builder().build());
        var api = service("api");

        place(network, Tier.PRIVATE, 1_000_000, api);

        assertThat(api.isEmpty()).isTrue();
        assertThat(network.usableAddresses(Tier.PRIVATE)).isEmpty();
    }

    @Test
    void counts_the_addresses_of_an_existing_network() {
        var network = Vpc.fromExisting(
                        "existing",
                        ExistingNetworkArgs.builder()
                                .vpcId("vpc-1")
                                .privateSubnetIds("subnet-1", "subnet-2")
                                .zoneCount(2)
                                .putUsableAddresses(Tier.PRIVATE, 100)
                                .build())
                .placement();
        var fits = service("api");
        var exceeds = service("jobs");

        place(network, Tier.PRIVATE, 200, fits);
        place(network, Tier.PRIVATE, 1, exceeds);

        assertThat(fits.isEmpty()).isTrue();
        assertThat(exceeds.message()).contains("Vpc.fromExisting \"existing\"").contains("101 are needed");
    }
}

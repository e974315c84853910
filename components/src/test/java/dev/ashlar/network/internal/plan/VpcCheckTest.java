package dev.ashlar.network.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.ashlar.core.AwsService;
import dev.ashlar.core.NatStrategy;
import dev.ashlar.core.Profile;
import dev.ashlar.core.Violation;
import dev.ashlar.network.Tier;
import dev.ashlar.network.Vpc;
import dev.ashlar.network.VpcArgs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VpcCheckTest {

    private static VpcArgs.Builder valid() {
        return VpcArgs.builder().cidrBlock("10.20.0.0/16").zones("eu-central-1a", "eu-central-1b");
    }

    private static List<String> faults(VpcArgs.Builder args) {
        return Vpc.check("main", args.build()).all().stream()
                .map(Violation::message)
                .toList();
    }

    @Test
    void accepts_the_required_options_alone() {
        assertThat(faults(valid())).isEmpty();
    }

    @Test
    void reports_all_missing_options_together() {
        assertThat(faults(VpcArgs.builder()))
                .containsExactly(
                        "Vpc \"main\": zones is missing, but at least one availability zone is required; add two or more zones of the region.",
                        "Vpc \"main\": cidrBlock is missing, but every network needs an address block; give one, such as 10.20.0.0/16.");
    }

    @Test
    void rejects_a_block_too_small_to_divide() {
        assertThat(faults(valid().cidrBlock("10.20.0.0/22")))
                .containsExactly(
                        "Vpc \"main\": cidrBlock is 10.20.0.0/22, but four zone slots of three tiers need a /20 or larger; use a /20, or give the subnet blocks yourself.");
        assertThat(faults(valid().zoneSlots(8).cidrBlock("10.20.0.0/20")))
                .singleElement(STRING)
                .contains("/19");
    }

    @Test
    void rejects_a_block_outside_16_to_28() {
        assertThat(faults(valid().cidrBlock("10.0.0.0/8")))
                .singleElement(STRING)
                .contains("from /16 to /28");
        assertThat(faults(valid().cidrBlock("10.0.0.0/29")))
                .singleElement(STRING)
                .contains("from /16 to /28");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/16", "127.0.0.0/16", "169.254.0.0/16", "224.0.0.0/16"})
    void rejects_a_block_of_special_purpose_addresses(String block) {
        assertThat(faults(valid().cidrBlock(block))).singleElement(STRING).contains("no host has an address of");
    }

    @Test
    void suggests_the_block_without_bits_beyond_the_prefix() {
        assertThat(faults(valid().cidrBlock("10.20.1.0/16")))
                .singleElement(STRING)
                .endsWith("use 10.20.0.0/16.");
        assertThat(faults(valid().cidrBlock("10.20/16"))).singleElement(STRING).endsWith("write it like 10.20.0.0/16.");
    }

    @Test
    void rejects_a_repeated_zone_and_a_zone_beyond_the_slots() {
        assertThat(faults(valid().putZones(3, "eu-central-1a")))
                .singleElement(STRING)
                .contains("eu-central-1a twice");
        assertThat(faults(valid().putZones(5, "eu-central-1c")))
                .singleElement(STRING)
                .contains("4 zone slots");
        assertThat(faults(valid().zoneSlots(5))).singleElement(STRING).contains("4 or 8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eu-central-1", "EU-CENTRAL-1A", "zürich-1a", "eu-central-1-", "a", "az1", "euc1-az"})
    void rejects_texts_that_are_not_a_zone(String zone) {
        assertThat(faults(VpcArgs.builder().cidrBlock("10.20.0.0/16").zones(zone)))
                .containsExactly("Vpc \"main\": zones is \"" + zone + "\", but the name or the ID of an"
                        + " availability zone is required; write it like eu-central-1a, or like euc1-az1.");
    }

    @Test
    void rejects_zones_of_two_regions() {
        var args = VpcArgs.builder().cidrBlock("10.20.0.0/16");

        assertThat(faults(args.zones("eu-central-1a", "us-east-1a")))
                .singleElement(STRING)
                .contains("eu-central-1a, us-east-1a, but a network is in one region");
        assertThat(faults(args.zones("euc1-az1", "use1-az1")))
                .singleElement(STRING)
                .contains("one region");
        assertThat(faults(args.zones("us-east-1a", "us-east-1-bos-1a"))).isEmpty();
    }

    @Test
    void rejects_a_network_without_subnets() {
        assertThat(faults(valid().tiers(Set.of()).natStrategy(NatStrategy.NONE)))
                .singleElement(STRING)
                .contains("tiers is missing");
    }

    @Test
    void rejects_nat_without_public_subnets() {
        assertThat(faults(valid().tiers(Set.of(Tier.PRIVATE)).natStrategy(NatStrategy.SINGLE)))
                .singleElement(STRING)
                .contains("natStrategy is SINGLE")
                .contains("add PUBLIC to tiers, or set natStrategy to NONE");
    }

    @Test
    void rejects_a_wrong_number_of_nat_addresses() {
        assertThat(faults(valid().natStrategy(NatStrategy.PER_ZONE).natAllocationIds("eipalloc-1")))
                .singleElement(STRING)
                .contains("1 allocations, but natStrategy PER_ZONE needs 2");
        assertThat(faults(valid().natStrategy(NatStrategy.NONE).natAllocationIds("eipalloc-1")))
                .singleElement(STRING)
                .contains("natStrategy NONE");
    }

    @Test
    void rejects_endpoints_of_the_wrong_type() {
        assertThat(faults(valid().gatewayEndpoints(Set.of()).addInterfaceEndpoints(AwsService.S3)))
                .singleElement(STRING)
                .contains("interfaceEndpoints is s3, but")
                .contains("add it to gatewayEndpoints");
        assertThat(faults(valid().gatewayEndpoints(Set.of(AwsService.SQS))))
                .singleElement(STRING)
                .contains("move it to interfaceEndpoints");
        assertThat(faults(valid().tiers(Set.of(Tier.ISOLATED))
                        .natStrategy(NatStrategy.NONE)
                        .addInterfaceEndpoints(AwsService.SQS)))
                .singleElement(STRING)
                .contains("add PRIVATE to tiers");
        assertThat(faults(valid().addInterfaceEndpoints(AwsService.DYNAMODB_STREAMS)))
                .singleElement(STRING)
                .contains("dynamodb-streams, but its endpoint has no private DNS");
    }

    @Test
    void rejects_an_aggregation_interval_that_flow_logs_do_not_have() {
        assertThat(faults(valid().flowLogs(logs -> logs.maxAggregationInterval(Duration.ofMinutes(5)))))
                .singleElement(STRING)
                .contains("flowLogs.maxAggregationInterval is 300 s, but AWS aggregates flows over 60 or 600 seconds");
    }

    @Test
    void rejects_a_retention_that_cloudwatch_logs_does_not_have() {
        var odd = Profile.builder().logRetention(Duration.ofDays(8)).build();

        assertThat(faults(valid().profile(odd))).singleElement(STRING).contains("flowLogs.logRetention is PT192H");
        assertThat(faults(valid().flowLogs(logs -> logs.logRetention(Duration.ofSeconds(Long.MAX_VALUE)))))
                .singleElement(STRING)
                .contains("flowLogs.logRetention");
        assertThat(faults(valid().profile(odd).flowLogs(logs -> logs.bucketArn("arn:aws:s3:::flows"))))
                .isEmpty();
        assertThat(faults(valid().profile(odd).flowLogs(logs -> logs.enabled(false))))
                .isEmpty();
    }

    @Test
    void rejects_invalid_subnet_blocks() {
        assertThat(faults(valid().cidrBlock("10.20.0.0/24")
                        .putSubnetBlocks(Tier.PUBLIC, List.of("10.20.0.0/28", "10.20.0.8/28"))
                        .putSubnetBlocks(Tier.PRIVATE, List.of("10.20.0.32/28", "10.20.1.0/28"))
                        .putSubnetBlocks(Tier.ISOLATED, List.of("10.20.0.32/27"))))
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault).contains("subnetBlocks.public is 10.20.0.8/28"),
                        fault -> assertThat(fault)
                                .contains("10.20.1.0/28, but it is outside the network's 10.20.0.0/24"),
                        fault -> assertThat(fault)
                                .contains("subnetBlocks.isolated is 1 blocks, but zone slot 2 needs one"),
                        fault -> assertThat(fault).contains("10.20.0.32/27, but it overlaps 10.20.0.32/28"));
    }

    @Test
    void accepts_a_small_network_with_blocks_of_its_own() {
        assertThat(faults(valid().cidrBlock("10.20.0.0/24")
                        .natStrategy(NatStrategy.NONE)
                        .tiers(Set.of(Tier.PRIVATE))
                        .putSubnetBlocks(Tier.PRIVATE, List.of("10.20.0.0/25", "10.20.0.128/25"))))
                .isEmpty();
    }

    @Test
    void rejects_an_invalid_name() {
        assertThat(Vpc.check("Main_", valid().build()).message())
                .contains("name is \"Main_\", but names are lower-case");
        assertThat(Vpc.check("a".repeat(33), valid().build()).message()).contains("33 characters long");
    }

    @Test
    void accepts_an_ipam_pool_instead_of_a_block() {
        var pool = VpcArgs.builder().zones("eu-central-1a", "eu-central-1b");

        assertThat(faults(pool.ipam("ipam-pool-1", 16))).isEmpty();
        assertThat(faults(pool.ipv4NetmaskLength(21)))
                .containsExactly(
                        "Vpc \"main\": ipv4NetmaskLength is 21, but four zone slots of three tiers need a /20 or larger; use a /20.");
        assertThat(faults(pool.ipv4NetmaskLength(12))).singleElement(STRING).contains("from /16 to /28");
        assertThat(faults(pool.ipv4NetmaskLength(null))).singleElement(STRING).contains("ipv4NetmaskLength is missing");
        assertThat(faults(valid().ipv4NetmaskLength(16)))
                .singleElement(STRING)
                .contains("without ipv4IpamPoolId, cidrBlock determines it");
    }

    @Test
    void rejects_options_that_require_known_addresses_beside_ipam() {
        assertThat(faults(valid().ipam("ipam-pool-1", 16)
                        .addSecondaryCidrBlocks("100.64.0.0/16")
                        .putSubnetBlocks(Tier.PRIVATE, List.of("10.20.0.0/20"))
                        .putLayoutLock("private-a", "10.20.0.0/20")))
                .satisfiesExactly(
                        fault -> assertThat(fault)
                                .contains("cidrBlock is given beside ipv4IpamPoolId, but IPAM allocates the block"),
                        fault -> assertThat(fault).contains("subnetBlocks is given beside ipv4IpamPoolId"),
                        fault -> assertThat(fault).contains("secondaryCidrBlocks is given beside ipv4IpamPoolId"),
                        fault -> assertThat(fault).contains("layoutLock is given beside ipv4IpamPoolId"));
    }

    @Test
    void rejects_a_secondary_block_that_aws_rejects() {
        assertThat(faults(valid().addSecondaryCidrBlocks("172.16.0.0/16")))
                .containsExactly(
                        "Vpc \"main\": secondaryCidrBlocks is 172.16.0.0/16, but AWS rejects addresses of"
                                + " 172.16.0.0/12 beside 10.20.0.0/16; use one like 100.64.0.0/16, which every network may have.");
        assertThat(faults(valid().addSecondaryCidrBlocks("10.20.128.0/17")))
                .singleElement(STRING)
                .contains("it overlaps 10.20.0.0/16");
        assertThat(faults(valid().addSecondaryCidrBlocks("100.64.0.0/16", "100.64.0.0/20")))
                .singleElement(STRING)
                .contains("100.64.0.0/20, but it overlaps 100.64.0.0/16");
        assertThat(faults(valid().addSecondaryCidrBlocks("100.64.0.0/30")))
                .singleElement(STRING)
                .contains("from /16 to /28");
    }

    @Test
    void accepts_subnets_in_a_secondary_block() {
        var args = valid().tiers(Set.of(Tier.PRIVATE))
                .natStrategy(NatStrategy.NONE)
                .putSubnetBlocks(Tier.PRIVATE, List.of("100.64.0.0/20", "100.64.16.0/20"));

        assertThat(faults(args)).hasSize(2).allMatch(fault -> fault.contains("or add secondaryCidrBlocks"));
        assertThat(faults(args.addSecondaryCidrBlocks("100.64.0.0/16"))).isEmpty();
    }

    @Test
    void rejects_a_change_that_moves_a_locked_subnet() {
        assertThat(faults(valid().zoneSlots(8)
                        .putLayoutLock("private-a", "10.20.0.0/20")
                        .putLayoutLock("isolated-a", "10.20.64.0/23")
                        .putLayoutLock("public-z", "10.20.82.0/23")))
                .containsExactly(
                        "Vpc \"main\": layoutLock.private-a is 10.20.0.0/20, but the subnet would get"
                                + " 10.20.0.0/21, which replaces it and everything in it;"
                                + " restore cidrBlock, zones and zoneSlots, or give the old blocks as subnetBlocks; to move it, remove it from the lock.");
    }

    @Test
    void reports_other_violations_before_it_checks_the_lock() {
        assertThat(faults(valid().cidrBlock("10.20.0.0/22").putLayoutLock("private-a", "10.20.0.0/20")))
                .singleElement(STRING)
                .contains("cidrBlock");
    }

    @Test
    void rejects_zones_by_name_and_by_id_together() {
        assertThat(faults(VpcArgs.builder().cidrBlock("10.20.0.0/16").zones("eu-central-1a", "euc1-az3")))
                .containsExactly(
                        "Vpc \"main\": zones is eu-central-1a, euc1-az3, but a name and an ID can identify the same"
                                + " zone; give all zones by name, or all by ID.");
    }

    @Test
    void rejects_dns64_without_ipv6_and_nat_gateways() {
        assertThat(faults(valid().enableDns64(true))).singleElement(STRING).contains("the network has no IPv6");
        assertThat(faults(valid().enableDns64(true).ipv6(true).natStrategy(NatStrategy.INSTANCE)))
                .singleElement(STRING)
                .contains("the network has natStrategy INSTANCE");
        assertThat(faults(valid().enableDns64(true).ipv6(true).natStrategy(NatStrategy.SINGLE)))
                .isEmpty();
    }

    @Test
    void rejects_tags_of_absent_tiers() {
        assertThat(faults(valid().natStrategy(NatStrategy.NONE)
                        .tiers(Set.of(Tier.PRIVATE))
                        .putTierTags(Tier.PUBLIC, Map.of("kubernetes.io/role/elb", "1"))))
                .singleElement(STRING)
                .contains("tierTags.public");
    }

    @Test
    void accepts_a_bundle_that_contains_gateway_services() {
        assertThat(faults(valid().interfaceEndpoints(AwsService.FARGATE))).isEmpty();
    }

    @Test
    void rejects_a_second_policy_for_an_endpoint() {
        assertThat(faults(valid().endpointPolicy(AwsService.SQS, "{}").endpointPolicy(AwsService.SQS, "{}")))
                .containsExactly(
                        "Vpc \"main\": endpointPolicies is \"sqs\" a second time, but it would replace the first; use"
                                + " another name.");
    }

    @Test
    void copies_all_options_to_a_builder() {
        var args = valid().ipv6(true).build();

        assertThat(args.toBuilder().build()).isEqualTo(args);
        assertThat(args.toBuilder().ipv6(false).build().zones()).isEqualTo(args.zones());
    }
}

package dev.ashlar.network;

import static dev.ashlar.network.Networks.graph;
import static dev.ashlar.network.Networks.valid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.core.AwsService;
import dev.ashlar.core.EndpointStrategy;
import dev.ashlar.core.NatStrategy;
import dev.ashlar.core.Profile;
import dev.ashlar.core.Violations;
import dev.ashlar.network.internal.NetworkNeeds;
import dev.ashlar.network.internal.plan.Zone;
import dev.ashlar.preflight.testkit.Recording;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VpcAddressesTest {

    private static final String SUBNET = "aws:ec2/subnet:Subnet";
    private static final String BLOCK = "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation";

    private static VpcArgs.Builder fromPool() {
        return VpcArgs.builder()
                .ipam("ipam-pool-0123456789abcdef0", 18)
                .zones("eu-central-1a", "eu-central-1b")
                .profile(Profile.DEV);
    }

    @Test
    void divides_the_block_that_ipam_allocates() {
        var graph = graph(fromPool());

        var vpc = graph.resource("aws:ec2/vpc:Vpc", "main");
        assertThat(vpc.inputs()).doesNotContainKey("cidrBlock");
        assertThat(vpc.input("ipv4NetmaskLength")).isEqualTo(18);
        // The sandbox's pools give blocks that begin at 10.0.0.0.
        assertThat(graph.resource(SUBNET, "main-private-b").input("cidrBlock")).isEqualTo("10.0.4.0/22");
        assertThat(graph.resource("ashlar:network:Vpc", "main").output("subnetLayout.public-b"))
                .isEqualTo("10.0.20.128/25");
    }

    @Test
    void previews_without_the_block_that_ipam_allocates() {
        var graph = Recording.preview(context -> new Vpc("main", fromPool().build()))
                .graph();

        assertThat(graph.names(SUBNET)).hasSize(6);
    }

    @Test
    void creates_a_subnet_in_a_secondary_block_after_the_block() {
        var graph = graph(valid().cidrBlock("10.20.0.0/24")
                .addSecondaryCidrBlocks("100.64.0.0/20")
                .tiers(Set.of(Tier.PRIVATE, Tier.ISOLATED))
                .natStrategy(NatStrategy.NONE)
                .putSubnetBlocks(Tier.PRIVATE, List.of("100.64.0.0/22", "100.64.4.0/22"))
                .putSubnetBlocks(Tier.ISOLATED, List.of("10.20.0.0/26", "10.20.0.64/26")));

        var block = graph.resource(BLOCK, "main-100-64-0-0-20");
        assertThat(block.input("cidrBlock")).isEqualTo("100.64.0.0/20");
        assertThat(graph.resource(SUBNET, "main-private-a").dependencies()).contains(block.urn());
        assertThat(graph.resource(SUBNET, "main-isolated-a").dependencies()).doesNotContain(block.urn());
    }

    @Test
    void allows_ingress_to_endpoints_from_secondary_blocks() {
        var graph = graph(valid().addSecondaryCidrBlocks("100.64.0.0/16").addInterfaceEndpoints(AwsService.SQS));

        assertThat(graph.ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"))
                .extracting(rule -> rule.input("cidrIpv4"))
                .containsExactlyInAnyOrder("10.20.0.0/16", "100.64.0.0/16");
    }

    @Test
    void accepts_zones_by_id() {
        var graph = graph(VpcArgs.builder()
                .cidrBlock("10.20.0.0/16")
                .zones("euc1-az2", "euc1-az3")
                .profile(Profile.DEV));

        var subnet = graph.resource(SUBNET, "main-private-az2");
        assertThat(subnet.input("availabilityZoneId")).isEqualTo("euc1-az2");
        assertThat(subnet.inputs()).doesNotContainKey("availabilityZone");
    }

    @Test
    void names_resources_after_the_part_that_distinguishes_zones() {
        assertThat(Zone.of("us-gov-west-1b").label()).isEqualTo("b");
        assertThat(Zone.of("us-east-1-bos-1a").label()).isEqualTo("bos-1a");
        assertThat(Zone.of("use1-az6").label()).isEqualTo("az6");
        assertThat(Zone.of("use1-bos1-az1").label()).isEqualTo("bos1-az1");
        assertThat(Zone.of("eu-central-1a").isId()).isFalse();
    }

    @Test
    void adds_the_tags_of_a_tier_to_its_subnets() {
        var graph = graph(valid().putTierTags(Tier.PUBLIC, Map.of("kubernetes.io/role/elb", "1"))
                .putTags("team", "core"));

        var open = graph.resource(SUBNET, "main-public-a");
        assertThat(open.input("tags"))
                .isEqualTo(Map.of("Name", "main-public-a", "team", "core", "kubernetes.io/role/elb", "1"));
        assertThat(graph.resource(SUBNET, "main-private-a").input("tags"))
                .isEqualTo(Map.of("Name", "main-private-a", "team", "core"));
    }

    @Test
    void delivers_flow_logs_to_a_bucket_as_parquet() {
        var graph = graph(valid().flowLogs(logs -> logs.bucketArn("arn:aws-cn:s3:::flows")));

        var flowLog = graph.resource("aws:ec2/flowLog:FlowLog", "main-flow-logs");
        assertThat(flowLog.input("logDestinationType")).isEqualTo("s3");
        assertThat(flowLog.input("logDestination")).isEqualTo("arn:aws-cn:s3:::flows");
        assertThat(flowLog.input("destinationOptions.fileFormat")).isEqualTo("parquet");
        assertThat(graph.names("aws:cloudwatch/logGroup:LogGroup")).isEmpty();
        assertThat(graph.names("aws:iam/role:Role")).isEmpty();
    }

    @Test
    void compares_the_cost_of_egress_for_the_services_that_components_need() {
        graph(valid().natStrategy(NatStrategy.NONE).endpointStrategy(EndpointStrategy.WITHOUT_NAT), vpc -> {
            vpc.placement().place(needs("api", AwsService.SQS, AwsService.S3));
            vpc.placement().place(needs("jobs", AwsService.SQS, AwsService.KMS));

            var plan = vpc.egressPlan();
            assertThat(plan.services()).containsExactly(AwsService.KMS, AwsService.SQS);
            assertThat(plan.chosen().endpoints()).isEqualTo(2);
            assertThat(plan.chosen().natStrategy()).isEqualTo(NatStrategy.NONE);
        });
    }

    @Test
    void keeps_the_egress_plan_after_a_thousand_checks() {
        graph(valid().natStrategy(NatStrategy.NONE).endpointStrategy(EndpointStrategy.WITHOUT_NAT), vpc -> {
            vpc.placement().place(needs("api", AwsService.SQS));
            var before = vpc.egressPlan();

            for (int i = 0; i < 1000; i++) {
                var violations = Violations.of("FargateService", "jobs");
                vpc.placement().check(needs("jobs", AwsService.KMS, AwsService.SQS), violations);
                assertThat(violations.isEmpty()).isTrue();
            }

            assertThat(vpc.egressPlan()).isEqualTo(before);
        });
    }

    private static NetworkNeeds needs(String service, AwsService... services) {
        return NetworkNeeds.of("FargateService", service, Tier.PRIVATE, 1, Set.of(services));
    }
}

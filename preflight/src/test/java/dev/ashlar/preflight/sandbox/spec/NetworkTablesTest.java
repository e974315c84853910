package dev.ashlar.preflight.sandbox.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.preflight.testkit.Sandbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes, constraints and outputs of EC2 resources and security group rules. */
class NetworkTablesTest {

    private static final String VPC = "aws:ec2/vpc:Vpc";
    private static final String INSTANCE = "aws:ec2/instance:Instance";
    private static final String INTERFACE = "aws:ec2/networkInterface:NetworkInterface";
    private static final String ROUTE = "aws:ec2/route:Route";
    private static final String GATEWAY = "aws:ec2/natGateway:NatGateway";
    private static final String GROUP = "aws:ec2/securityGroup:SecurityGroup";
    private static final String FLOW_LOG = "aws:ec2/flowLog:FlowLog";
    private static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

    @RegisterExtension
    static final Sandbox sandbox = Sandbox.in("eu-central-1");

    @RegisterExtension
    static final Sandbox virginia = Sandbox.in("us-east-1");

    @Test
    void changes_tenancy_in_place_only_from_dedicated_to_default() {
        var shared = Map.of("instanceTenancy", "default");
        var dedicated = Map.of("instanceTenancy", "dedicated");

        assertThat(Changes.replaced(VPC, shared, dedicated)).containsExactly("instanceTenancy");
        assertThat(Changes.replaced(VPC, dedicated, shared)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {INSTANCE, INTERFACE})
    void replaces_when_a_primary_ipv6_address_is_disabled_but_not_when_it_is_enabled(String type) {
        var off = Map.of("enablePrimaryIpv6", false);
        var on = Map.of("enablePrimaryIpv6", true);

        assertThat(Changes.replaced(type, off, on)).isEmpty();
        assertThat(Changes.replaced(type, on, off)).containsExactly("enablePrimaryIpv6");
    }

    @Test
    void changes_only_the_tags_of_an_additional_volume_in_place() {
        var small = Map.of("ebsBlockDevices", List.of(Map.of("deviceName", "/dev/xvdb", "volumeSize", 8.0)));
        var big = Map.of("ebsBlockDevices", List.of(Map.of("deviceName", "/dev/xvdb", "volumeSize", 9.0)));
        var tagged = Map.of(
                "ebsBlockDevices",
                List.of(Map.of("deviceName", "/dev/xvdb", "volumeSize", 8.0, "tags", Map.of("a", "b"))));

        assertThat(Changes.replaced(INSTANCE, small, big)).containsExactly("ebsBlockDevices");
        assertThat(Changes.replaced(INSTANCE, small, tagged)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {INGRESS, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"})
    void replaces_a_security_group_rule_when_its_kind_of_peer_changes(String type) {
        var block = Map.of("cidrIpv4", "10.0.0.0/24");
        var group = Map.of("referencedSecurityGroupId", "sg-1");

        assertThat(Changes.replaced(type, block, group)).containsExactly("cidrIpv4", "referencedSecurityGroupId");
        assertThat(Changes.replaced(type, block, Map.of("cidrIpv4", "10.0.1.0/24")))
                .isEmpty();
    }

    @Test
    void ignores_the_order_of_sets() {
        assertThat(Changes.changed(INTERFACE, "ipv4Prefixes", List.of("a", "b"), List.of("b", "a")))
                .isEmpty();
        assertThat(Changes.changed(INSTANCE, "secondaryPrivateIps", List.of("a", "b"), List.of("b", "a")))
                .isEmpty();
        assertThat(Changes.changed(
                        GROUP,
                        "ingress",
                        List.of(Map.of("securityGroups", List.of("a", "b"))),
                        List.of(Map.of("securityGroups", List.of("b", "a")))))
                .isEmpty();
    }

    @Test
    void accepts_a_block_or_a_netmask_length_for_an_address_pool() {
        assertThat(sandbox.failures(VPC, Map.of("ipv4IpamPoolId", "p", "cidrBlock", "10.0.0.0/16")))
                .isEmpty();
        assertThat(sandbox.failures(VPC, Map.of("ipv4IpamPoolId", "p", "ipv4NetmaskLength", 20)))
                .isEmpty();
        assertThat(sandbox.failures(VPC, Map.of()))
                .singleElement()
                .asString()
                .startsWith("specify at least one of cidrBlock, ipv4IpamPoolId");
        assertThat(sandbox.failures(VPC, Map.of("cidrBlock", "10.0.0.0/16", "ipv4NetmaskLength", 16)))
                .anyMatch(failure -> failure.startsWith("specify at most one of cidrBlock, ipv4NetmaskLength"))
                .anyMatch(failure -> failure.startsWith("ipv4IpamPoolId: is required"));
        assertThat(sandbox.failures(VPC, Map.of("cidrBlock", "10.0.0.0/16", "ipv6NetmaskLength", 50)))
                .anyMatch(failure -> failure.startsWith("ipv6NetmaskLength: must be one of 44, 48, 52, 56, 60"))
                .anyMatch(failure -> failure.startsWith("ipv6IpamPoolId: is required"));
    }

    @Test
    void rejects_a_route_whose_target_does_not_support_its_destination() {
        assertThat(sandbox.failures(ROUTE, route("destinationCidrBlock", "0.0.0.0/0", "egressOnlyGatewayId")))
                .singleElement()
                .asString()
                .startsWith("egressOnlyGatewayId: supports only IPv6");
        assertThat(sandbox.failures(ROUTE, route("destinationPrefixListId", "pl-1", "egressOnlyGatewayId")))
                .isEmpty();
        assertThat(sandbox.failures(ROUTE, route("destinationIpv6CidrBlock", "::/0", "carrierGatewayId")))
                .singleElement()
                .asString()
                .startsWith("carrierGatewayId: supports only IPv4");
        assertThat(sandbox.failures(ROUTE, route("destinationPrefixListId", "pl-1", "vpcEndpointId")))
                .singleElement()
                .asString()
                .startsWith("vpcEndpointId: is not a valid target for a prefix list");
        assertThat(sandbox.failures(
                        "aws:ec2/routeTable:RouteTable",
                        Map.of("vpcId", "v", "routes", List.of(Map.of("cidrBlock", "0.0.0.0/0")))))
                .singleElement()
                .asString()
                .startsWith("routes[0]: specify exactly one of carrierGatewayId");
    }

    @Test
    void rejects_additional_addresses_that_a_nat_gateway_of_that_kind_does_not_support() {
        assertThat(sandbox.failures(
                        GATEWAY, Map.of("subnetId", "s", "allocationId", "e", "secondaryPrivateIpAddressCount", 2)))
                .singleElement()
                .asString()
                .startsWith("secondaryPrivateIpAddressCount: must not be set");
        assertThat(sandbox.failures(
                        GATEWAY,
                        Map.of("subnetId", "s", "connectivityType", "private", "secondaryAllocationIds", List.of("e"))))
                .singleElement()
                .asString()
                .startsWith("secondaryAllocationIds: must not be set");
    }

    @Test
    void requires_one_destination_of_a_flow_log_and_a_short_interval_for_transit_gateways() {
        assertThat(sandbox.failures(FLOW_LOG, Map.of("vpcId", "v", "trafficType", "ALL", "logDestinationType", "s3")))
                .singleElement()
                .asString()
                .startsWith("specify exactly one of logDestination, logGroupName");
        assertThat(sandbox.failures(
                        FLOW_LOG,
                        Map.of(
                                "transitGatewayId",
                                "t",
                                "logDestinationType",
                                "s3",
                                "logDestination",
                                "arn:aws:s3:::logs")))
                .singleElement()
                .asString()
                .startsWith("maxAggregationInterval: must be 60 for a transit gateway");
    }

    @Test
    void rejects_a_reversed_port_range_and_ports_with_all_protocols() {
        var rule = Map.of("securityGroupId", "g", "cidrIpv4", "10.0.0.0/8", "fromPort", 443, "toPort", 80);

        assertThat(sandbox.failures(INGRESS, Changes.with(rule, "ipProtocol", "tcp")))
                .singleElement()
                .asString()
                .startsWith("fromPort: must not be greater than toPort, which is 80");
        assertThat(sandbox.failures(INGRESS, Changes.with(rule, "ipProtocol", "300")))
                .anyMatch(failure -> failure.startsWith("ipProtocol: must be tcp"));
        assertThat(sandbox.failures(
                        GROUP, Map.of("ingress", List.of(Map.of("protocol", "-1", "fromPort", 0, "toPort", 65535)))))
                .singleElement()
                .asString()
                .startsWith("ingress[0].toPort: must be 0");
        assertThat(sandbox.failures(GROUP, Map.of("name", "a", "namePrefix", "b")))
                .singleElement()
                .asString()
                .startsWith("specify at most one of name, namePrefix");
    }

    @Test
    void requires_an_image_or_launch_template_and_rejects_what_a_network_interface_sets() {
        assertThat(sandbox.failures(INSTANCE, Map.of("instanceType", "t4g.nano")))
                .singleElement()
                .asString()
                .startsWith("specify at least one of ami, launchTemplate");
        assertThat(sandbox.failures(
                        INSTANCE,
                        Map.of(
                                "ami",
                                "a",
                                "instanceType",
                                "t4g.nano",
                                "privateIp",
                                "10.0.0.4",
                                "networkInterfaces",
                                List.of(Map.of("deviceIndex", 0, "networkInterfaceId", "eni-1")))))
                .singleElement()
                .asString()
                .startsWith("privateIp: must not be set");
    }

    @Test
    void rejects_deleting_an_instance_with_termination_protection() {
        var instance = sandbox.create(
                INSTANCE, "nat", Map.of("ami", "a", "instanceType", "t4g.nano", "disableApiTermination", true));

        assertThatThrownBy(() -> sandbox.delete(instance)).hasMessageContaining("may not be terminated");
    }

    @Test
    void uses_the_dns_names_of_the_region() {
        var inputs = Map.of("ami", "a", "instanceType", "t4g.nano", "associatePublicIpAddress", true);

        assertThat(virginia.create(INSTANCE, "web", inputs).output("privateDns"))
                .asString()
                .matches("ip-10-0-0-\\d+\\.ec2\\.internal");
        assertThat(virginia.create(INSTANCE, "web", inputs).output("publicDns"))
                .asString()
                .matches("ec2-198-51-100-\\d+\\.compute-1\\.amazonaws\\.com");
        assertThat(sandbox.create(INSTANCE, "web", inputs).output("publicDns"))
                .asString()
                .matches("ec2-198-51-100-\\d+\\.eu-central-1\\.compute\\.amazonaws\\.com");
    }

    private static Map<String, Object> route(String destination, String where, String target) {
        return Map.of("routeTableId", "r", destination, where, target, "t-1");
    }
}

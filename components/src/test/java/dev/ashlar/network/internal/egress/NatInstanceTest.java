package dev.ashlar.network.internal.egress;

import static dev.ashlar.network.Networks.graph;
import static dev.ashlar.network.Networks.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.ashlar.core.NatStrategy;
import dev.ashlar.core.Signal;
import dev.ashlar.graph.GraphResource;
import dev.ashlar.graph.ResourceGraph;
import dev.ashlar.network.VpcArgs;
import java.util.List;
import org.junit.jupiter.api.Test;

class NatInstanceTest {

    private static final String NAME = "main-nat-instance";
    private static final String INTERFACE = "aws:ec2/networkInterface:NetworkInterface";

    private static VpcArgs.Builder args() {
        return valid().natStrategy(NatStrategy.INSTANCE);
    }

    private static GraphResource instance(ResourceGraph graph) {
        return graph.resource("aws:ec2/instance:Instance", NAME);
    }

    @Test
    void routes_all_zones_through_the_interface_of_one_instance() {
        var graph = graph(args());

        var networkInterface = graph.resource(INTERFACE, NAME);
        assertThat(networkInterface.input("subnetId"))
                .isEqualTo(
                        graph.resource("aws:ec2/subnet:Subnet", "main-public-a").output("id"));
        assertThat(networkInterface.input("sourceDestCheck")).isEqualTo(false);
        for (var zone : List.of("a", "b")) {
            var route = graph.resource("aws:ec2/route:Route", "main-private-%s-nat".formatted(zone));
            assertThat(route.input("networkInterfaceId")).isEqualTo(networkInterface.output("id"));
        }
        assertThat(instance(graph).input("networkInterfaces[0].networkInterfaceId"))
                .isEqualTo(networkInterface.output("id"));
        assertThat(graph.names("aws:ec2/natGateway:NatGateway")).isEmpty();
    }

    @Test
    void creates_a_small_encrypted_instance_with_imdsv2() {
        var instance = instance(graph(args()));

        assertThat(instance.input("instanceType")).isEqualTo("t4g.nano");
        assertThat(instance.input("metadataOptions.httpTokens")).isEqualTo("required");
        assertThat(instance.input("rootBlockDevice.encrypted")).isEqualTo(true);
        assertThat(instance.input("creditSpecification.cpuCredits")).isEqualTo("standard");
        assertThat(instance.input("maintenanceOptions.autoRecovery")).isEqualTo("default");
        assertThat(instance.inputs()).doesNotContainKeys("keyName", "iamInstanceProfile");
    }

    @Test
    void ignores_a_newer_image_and_is_replaced_by_a_new_script() {
        var instance = instance(graph(args()));

        assertThat(instance.input("ami")).asString().startsWith("ami-");
        assertThat(instance.options().ignoreChanges()).containsExactly("ami");
        assertThat(instance.options().deleteBeforeReplace()).isTrue();
        assertThat(instance.input("userDataReplaceOnChange")).isEqualTo(true);
        assertThat(instance.input("userData"))
                .asString()
                .contains("net.ipv4.ip_forward = 1")
                .contains("MASQUERADE");
    }

    @Test
    void adds_swap_before_it_installs_packages() {
        assertThat(instance(graph(args())).input("userData"))
                .asString()
                .containsSubsequence("swapon /swapfile", "dnf install");
    }

    @Test
    void allows_ingress_from_the_vpc_cidr_only() {
        var graph = graph(args().addSecondaryCidrBlocks("100.64.0.0/16"));

        var group = graph.resource("aws:ec2/securityGroup:SecurityGroup", NAME);
        assertThat(graph.resource(INTERFACE, NAME).input("securityGroups"))
                .asInstanceOf(LIST)
                .containsExactly(group.output("id"));
        assertThat(graph.ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"))
                .filteredOn(rule -> rule.input("securityGroupId").equals(group.output("id")))
                .extracting(rule -> rule.input("cidrIpv4"))
                .containsExactlyInAnyOrder("10.20.0.0/16", "100.64.0.0/16");
    }

    @Test
    void associates_its_public_address_before_it_starts() {
        var graph = graph(args());

        var address = graph.resource("aws:ec2/eipAssociation:EipAssociation", NAME);
        assertThat(address.input("networkInterfaceId"))
                .isEqualTo(graph.resource(INTERFACE, NAME).output("id"));
        assertThat(instance(graph).dependencies()).contains(address.urn());
        assertThat(address.dependencies())
                .contains(graph.resource("aws:ec2/internetGateway:InternetGateway", "main-internet")
                        .urn());
    }

    @Test
    void uses_the_given_elastic_ip_address() {
        var graph = graph(args().natAllocationIds("eipalloc-0123456789abcdef0"));

        assertThat(graph.names("aws:ec2/eip:Eip")).isEmpty();
        assertThat(graph.resource("aws:ec2/eipAssociation:EipAssociation", NAME).input("allocationId"))
                .isEqualTo("eipalloc-0123456789abcdef0");
    }

    @Test
    void signals_a_failed_status_check_and_starts_before_workloads() {
        var graph = graph(args(), vpc -> {
            assertThat(vpc.signals()).extracting(Signal::metric).containsExactly("StatusCheckFailed");
            assertThat(vpc.placement().egressDependencies())
                    .extracting(resource -> resource.pulumiResourceName())
                    .contains(NAME);
        });

        assertThat(graph.names("aws:ec2/instance:Instance")).containsExactly(NAME);
    }
}

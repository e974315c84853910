package dev.ashlar.compute.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.compute.Cluster;
import dev.ashlar.compute.ExistingClusterArgs;
import dev.ashlar.compute.FargateService;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.ServiceCluster;
import dev.ashlar.compute.ServiceClusterArgs;
import dev.ashlar.compute.Services;
import dev.ashlar.compute.TaskSize;
import dev.ashlar.compute.container.AppProtocol;
import dev.ashlar.compute.internal.task.TaskContainers;
import dev.ashlar.core.Violation;
import dev.ashlar.graph.GraphDifference;
import dev.ashlar.graph.ResourceGraph;
import dev.ashlar.preflight.testkit.Recording;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceConnectTest {

    private static final String SERVICE = "aws:ecs/service:Service";
    private static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

    private static final Cluster CONNECTED = ServiceCluster.fromExisting(
            "main",
            ExistingClusterArgs.builder()
                    .arn("arn:aws:ecs:x:1:cluster/main")
                    .serviceConnectNamespaceArn("arn:aws:servicediscovery:x:1:namespace/ns-1")
                    .build());

    private static FargateServiceArgs.Builder server() {
        return Services.worker()
                .cluster(CONNECTED)
                .port(8080)
                .appProtocol(AppProtocol.HTTP)
                .serviceConnect(connect -> connect.server(true));
    }

    private static List<String> faults(FargateServiceArgs.Builder args) {
        return FargateService.check("orders", args.build()).all().stream()
                .map(Violation::message)
                .toList();
    }

    private static ResourceGraph graph(FargateServiceArgs.Builder args) {
        return Recording.of(context -> new FargateService("orders", args.build()))
                .graph();
    }

    @Test
    void a_server_is_found_by_its_name_at_its_port() {
        var service = graph(server()).resource(SERVICE, "orders");

        assertThat(service.input("serviceConnectConfiguration.enabled")).isEqualTo(true);
        assertThat(service.input("serviceConnectConfiguration.namespace"))
                .isEqualTo("arn:aws:servicediscovery:x:1:namespace/ns-1");
        assertThat(service.input("serviceConnectConfiguration.services"))
                .isEqualTo(List.of(Map.of(
                        "portName",
                        "app",
                        "discoveryName",
                        "orders",
                        "clientAlias",
                        List.of(Map.of("dnsName", "orders", "port", 8080)))));
        assertThat(service.input("serviceConnectConfiguration.logConfiguration.options.awslogs-group"))
                .asString()
                .startsWith("orders-");
    }

    @Test
    void a_name_with_dots_or_underscores_is_for_callers_and_not_for_cloud_map() {
        var service = graph(
                        server().serviceConnect(connect -> connect.server(true).dnsName("orders_api.shop")))
                .resource(SERVICE, "orders");

        assertThat(service.input("serviceConnectConfiguration.services[0].discoveryName"))
                .isEqualTo("orders");
        assertThat(service.input("serviceConnectConfiguration.services[0].clientAlias[0].dnsName"))
                .isEqualTo("orders_api.shop");
        assertThat(faults(
                        server().serviceConnect(connect -> connect.server(true).dnsName("a".repeat(128)))))
                .hasSize(1);
    }

    @Test
    void a_client_serves_nobody() {
        var service = graph(Services.worker().cluster(CONNECTED).serviceConnect(connect -> {}))
                .resource(SERVICE, "orders");

        assertThat(service.input("serviceConnectConfiguration.enabled")).isEqualTo(true);
        assertThat(service.input("serviceConnectConfiguration.services")).isNull();
        assertThat(graph(Services.worker()).resource(SERVICE, "orders").inputs())
                .doesNotContainKey("serviceConnectConfiguration");
    }

    @Test
    void a_call_gives_the_address_and_the_way_to_it() {
        var graph = Recording.of(context -> {
                    var orders = new FargateService(
                            "orders",
                            server().serviceConnect(connect ->
                                            connect.server(true).dnsName("shop").clientPort(80))
                                    .build());
                    new FargateService(
                            "web",
                            Services.worker()
                                    .cluster(CONNECTED)
                                    .serviceConnect(connect -> {})
                                    .uses(orders.call())
                                    .build());
                })
                .graph();

        assertThat(graph.resource("aws:ecs/taskDefinition:TaskDefinition", "web")
                        .input("containerDefinitions"))
                .asString()
                .contains("{\"name\":\"ORDERS_URL\",\"value\":\"http://shop:80\"}");
        assertThat(graph.resource(INGRESS, "web-to-orders").input("fromPort")).isEqualTo(8080);
        assertThat(graph.edges()).hasToString("[web --call--> orders]");
    }

    @Test
    void only_a_server_can_be_called() {
        var failure = Recording.failing(context ->
                        new FargateService("orders", Services.worker().build()).call())
                .failure();

        assertThat(failure)
                .isEqualTo(
                        "FargateService \"orders\": serviceConnect.server is missing, but only a server of Service Connect can"
                                + " be called; add serviceConnect(connect -> connect.server(true)).");
    }

    @Test
    void the_proxy_gets_its_share_of_the_task() {
        var args = server().taskSize(new TaskSize(512, 1024)).build();

        assertThat(TaskContainers.remainingCpu(args)).isEqualTo(512 - 256);
        assertThat(TaskContainers.remainingMemory(args)).isEqualTo(1024 - 64);
    }

    @Test
    void a_cluster_makes_the_namespace_of_its_services() {
        var without = Recording.of(context ->
                        new ServiceCluster("main", ServiceClusterArgs.builder().build()))
                .graph();
        var with = Recording.of(context -> new ServiceCluster(
                        "main",
                        ServiceClusterArgs.builder().serviceConnect(true).build()))
                .graph();

        assertThat(with.resource("aws:ecs/cluster:Cluster", "main").input("serviceConnectDefaults.namespace"))
                .isEqualTo(with.resource("aws:servicediscovery/httpNamespace:HttpNamespace", "main")
                        .output("arn"));
        assertThat(GraphDifference.between(without, with).removed()).isEmpty();
    }

    @Test
    void what_cannot_be_found_is_refused() {
        assertThat(faults(Services.worker()
                        .serviceConnect(connect ->
                                connect.server(true).dnsName("Not a name").clientPort(0))))
                .containsExactly(
                        "FargateService \"orders\": serviceConnect is set, but the cluster has no namespace for it; create the"
                                + " ServiceCluster with serviceConnect(true).",
                        "FargateService \"orders\": serviceConnect.server is true, but others call a service at a port; give the"
                                + " port that the container listens on.",
                        "FargateService \"orders\": serviceConnect.dnsName is Not a name, but it has at most 127 lower-case"
                                + " letters, digits, hyphens, underscores, and dots between them; use a name like orders.",
                        "FargateService \"orders\": serviceConnect.clientPort is 0, but TCP ports are 1 to 65535; use a"
                                + " port in this range.");
    }

    @Test
    void a_call_from_where_nobody_knows_the_name_is_refused() {
        Recording.of(context -> {
            var orders = new FargateService("orders", server().build());
            assertThat(faults(Services.worker().uses(orders.call())))
                    .containsExactly(
                            "FargateService \"orders\": uses is a call of orders, but only a service with Service Connect"
                                    + " knows its name; add serviceConnect(connect -> {}) to a service, or go through a load balancer.");
        });
    }

    @Test
    void addresses_are_registered_in_a_namespace_of_cloud_map() {
        var graph = graph(Services.worker().cloudMapNamespaceId("ns-0123456789abcdef"));

        var registration = graph.resource("aws:servicediscovery/service:Service", "orders");
        assertThat(registration.input("name")).isEqualTo("orders");
        assertThat(registration.input("dnsConfig.namespaceId")).isEqualTo("ns-0123456789abcdef");
        assertThat(registration.input("dnsConfig.dnsRecords")).isEqualTo(List.of(Map.of("type", "A", "ttl", 10)));
        assertThat(graph.resource(SERVICE, "orders").input("serviceRegistries.registryArn"))
                .isEqualTo(registration.output("arn"));
    }
}

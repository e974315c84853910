package dev.ashlar.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.pulumi.core.Output;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.EndpointStrategy;
import dev.ashlar.core.NatStrategy;
import dev.ashlar.core.Profile;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Violations;
import dev.ashlar.graph.GraphResource;
import dev.ashlar.graph.ResourceGraph;
import dev.ashlar.network.internal.NetworkNeeds;
import dev.ashlar.network.internal.egress.Endpoints;
import dev.ashlar.preflight.testkit.Recording;
import dev.ashlar.traffic.ingestion.IngestionApi;
import dev.ashlar.traffic.ingestion.IngestionApiArgs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VpcTest {

    private static final String SUBNET = "aws:ec2/subnet:Subnet";
    private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
    private static final String ROUTE = "aws:ec2/route:Route";
    private static final String NAT = "aws:ec2/natGateway:NatGateway";

    private static VpcArgs.Builder args() {
        return VpcArgs.builder()
                .cidrBlock("10.20.0.0/16")
                .zones("eu-central-1a", "eu-central-1b")
                .profile(Profile.DEV);
    }

    private static ResourceGraph graph(VpcArgs.Builder args) {
        return graph(args, vpc -> {});
    }

    private static ResourceGraph graph(VpcArgs.Builder args, Consumer<Vpc> use) {
        return Recording.of(context -> use.accept(new Vpc("main", args.build())))
                .graph();
    }

    private static NetworkNeeds needs(Violations consumer, Tier tier, int interfaces) {
        return new NetworkNeeds(consumer.subject(), tier, interfaces, Set.of());
    }

    private static NetworkNeeds needs(Violations consumer, AwsService... services) {
        return new NetworkNeeds(consumer.subject(), Tier.PRIVATE, 1, Set.of(services));
    }

    private static void reach(Vpc vpc, Set<AwsService> services) {
        vpc.placement().place(NetworkNeeds.of("FargateService", services.toString(), Tier.PRIVATE, 1, services));
    }

    private static Map<String, GraphResource> byName(ResourceGraph graph, String type) {
        return graph.ofType(type).stream().collect(Collectors.toMap(GraphResource::name, resource -> resource));
    }

    @Test
    void creates_a_subnet_of_each_tier_in_each_zone() {
        var graph = graph(args());

        assertThat(graph.names(SUBNET))
                .containsExactly(
                        "main-isolated-a",
                        "main-isolated-b",
                        "main-private-a",
                        "main-private-b",
                        "main-public-a",
                        "main-public-b");
        var subnet = graph.resource(SUBNET, "main-private-b");
        assertThat(subnet.input("cidrBlock")).isEqualTo("10.20.16.0/20");
        assertThat(subnet.input("availabilityZone")).isEqualTo("eu-central-1b");
        assertThat(subnet.input("mapPublicIpOnLaunch")).isEqualTo(false);
        assertThat(subnet.input("tags.Name")).isEqualTo("main-private-b");
    }

    @Test
    void adds_a_zone_without_changing_other_resources() {
        var before = graph(args());
        var after = graph(args().putZones(3, "eu-central-1c"));

        assertThat(withoutEndpointLists(after)).containsAllEntriesOf(withoutEndpointLists(before));
        assertThat(after.names(SUBNET)).contains("main-private-c");
    }

    // What a program asks for, without what only a clock decides. An endpoint lists the route tables
    // of every zone: it
    // changes in place, without being replaced.
    private static Map<String, Map<String, Object>> withoutEndpointLists(ResourceGraph graph) {
        return graph.all().stream()
                .filter(resource -> !resource.isComponent() && !resource.type().equals(ENDPOINT))
                .collect(Collectors.toMap(GraphResource::urn, GraphResource::inputs));
    }

    @Test
    void removes_a_middle_zone_without_moving_others() {
        var before = graph(args().putZones(3, "eu-central-1c"));
        var after = graph(VpcArgs.builder()
                .cidrBlock("10.20.0.0/16")
                .putZones(1, "eu-central-1a")
                .putZones(3, "eu-central-1c")
                .profile(Profile.DEV));

        assertThat(withoutEndpointLists(before)).containsAllEntriesOf(withoutEndpointLists(after));
    }

    @Test
    void omits_the_subnets_of_an_absent_tier() {
        var graph = graph(args().natStrategy(NatStrategy.NONE).tiers(Set.of(Tier.PRIVATE)));

        assertThat(graph.names(SUBNET)).containsExactly("main-private-a", "main-private-b");
        assertThat(graph.names("aws:ec2/internetGateway:InternetGateway")).isEmpty();
        assertThat(graph.names("aws:ec2/routeTable:RouteTable")).containsExactly("main-private-a", "main-private-b");
    }

    @Test
    void associates_subnets_with_the_table_of_their_tier_and_private_ones_with_their_own() {
        var graph = graph(args());
        var tables = Map.of(
                "main-public-a", "main-public",
                "main-public-b", "main-public",
                "main-private-a", "main-private-a",
                "main-private-b", "main-private-b",
                "main-isolated-a", "main-isolated",
                "main-isolated-b", "main-isolated");

        var associations = byName(graph, "aws:ec2/routeTableAssociation:RouteTableAssociation");
        assertThat(associations).containsOnlyKeys(tables.keySet());
        tables.forEach((subnet, table) -> {
            assertThat(associations.get(subnet).input("subnetId"))
                    .isEqualTo(graph.resource(SUBNET, subnet).output("id"));
            assertThat(associations.get(subnet).input("routeTableId"))
                    .isEqualTo(graph.resource("aws:ec2/routeTable:RouteTable", table)
                            .output("id"));
        });
    }

    @Test
    void routes_public_subnets_to_the_internet_gateway() {
        var graph = graph(args());

        var route = graph.resource(ROUTE, "main-public-internet");
        assertThat(route.input("routeTableId"))
                .isEqualTo(graph.resource("aws:ec2/routeTable:RouteTable", "main-public")
                        .output("id"));
        assertThat(route.input("destinationCidrBlock")).isEqualTo("0.0.0.0/0");
        assertThat(route.input("gatewayId"))
                .isEqualTo(graph.resource("aws:ec2/internetGateway:InternetGateway", "main-internet")
                        .output("id"));
    }

    @Test
    void rejects_components_in_an_absent_tier() {
        var network = Networks.vpc(args().natStrategy(NatStrategy.NONE).tiers(Set.of(Tier.PRIVATE)));
        var balancer = Violations.of("LoadBalancer", "web");
        var service = Violations.of("FargateService", "api");

        network.placement().check(needs(balancer, Tier.PUBLIC, 16), balancer);
        network.placement().check(needs(service, Tier.PRIVATE, 1), service);

        assertThat(balancer.message())
                .isEqualTo(
                        "LoadBalancer \"web\": network is Vpc \"main\", but its tiers do not contain the public subnets that"
                                + " are required here; add the public tier to the network.");
        assertThat(service.isEmpty()).isTrue();
    }

    @Test
    void removes_the_rules_of_the_default_security_group() {
        var group = graph(args()).resource("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "main-default");

        assertThat(group.inputs()).doesNotContainKeys("ingress", "egress");
    }

    @Test
    void enables_dns_for_private_names_of_endpoints() {
        var vpc = graph(args()).resource("aws:ec2/vpc:Vpc", "main");

        assertThat(vpc.input("enableDnsSupport")).isEqualTo(true);
        assertThat(vpc.input("enableDnsHostnames")).isEqualTo(true);
    }

    @Test
    void registers_the_subnet_layout_as_an_output() {
        var vpc = graph(args()).resource("ashlar:network:Vpc", "main");

        assertThat(vpc.output("subnetLayout.public-b")).isEqualTo("10.20.82.0/23");
    }

    @Test
    void registers_nothing_if_an_option_is_invalid() {
        var recording = Recording.failing(
                context -> new Vpc("main", args().cidrBlock("10.20.0.0/22").build()));

        assertThat(recording.graph().ofType("ashlar:network:Vpc")).isEmpty();
        assertThat(recording.failure()).startsWith("Vpc \"main\": cidrBlock is 10.20.0.0/22, but");
    }

    @Nested
    class NatStrategies {

        @Test
        void routes_all_zones_through_a_single_gateway() {
            var graph = graph(args().natStrategy(NatStrategy.SINGLE));

            assertThat(graph.names(NAT)).containsExactly("main-nat-a");
            var routes = byName(graph, ROUTE);
            assertThat(routes.get("main-private-a-nat").input("natGatewayId"))
                    .isEqualTo(routes.get("main-private-b-nat").input("natGatewayId"));
        }

        @Test
        void routes_each_zone_through_its_own_gateway() {
            var graph = graph(args().natStrategy(NatStrategy.PER_ZONE));

            assertThat(graph.names(NAT)).containsExactly("main-nat-a", "main-nat-b");
            for (var zone : List.of("a", "b")) {
                var gateway = graph.resource(NAT, "main-nat-" + zone);
                assertThat(gateway.input("subnetId"))
                        .isEqualTo(graph.resource(SUBNET, "main-public-" + zone).output("id"));
                var route = graph.resource(ROUTE, "main-private-%s-nat".formatted(zone));
                assertThat(route.input("natGatewayId")).isEqualTo(gateway.output("id"));
                assertThat(route.input("routeTableId"))
                        .isEqualTo(graph.resource("aws:ec2/routeTable:RouteTable", "main-private-" + zone)
                                .output("id"));
            }
        }

        @Test
        void creates_nat_gateways_after_the_internet_route() {
            var graph = graph(args().natStrategy(NatStrategy.SINGLE));

            assertThat(graph.resource(NAT, "main-nat-a").dependencies())
                    .contains(
                            graph.resource("aws:ec2/internetGateway:InternetGateway", "main-internet")
                                    .urn(),
                            graph.resource(ROUTE, "main-public-internet").urn(),
                            graph.resource("aws:ec2/routeTableAssociation:RouteTableAssociation", "main-public-a")
                                    .urn());
        }

        @Test
        void adds_no_default_route_to_private_subnets_without_nat() {
            var graph = graph(args().natStrategy(NatStrategy.NONE));

            assertThat(graph.names(NAT)).isEmpty();
            assertThat(graph.names("aws:ec2/eip:Eip")).isEmpty();
            assertThat(graph.names(ROUTE)).containsExactly("main-public-internet");
        }

        @Test
        void keeps_subnets_tables_and_associations_when_the_strategy_changes() {
            var single = graph(args().natStrategy(NatStrategy.SINGLE));
            var perZone = graph(args().natStrategy(NatStrategy.PER_ZONE));

            for (var type : List.of(
                    SUBNET,
                    "aws:ec2/routeTable:RouteTable",
                    "aws:ec2/routeTableAssociation:RouteTableAssociation",
                    NAT)) {
                assertThat(perZone.ofType(type)).containsAll(single.ofType(type));
            }
        }

        @Test
        void uses_the_given_elastic_ip_addresses() {
            var graph = graph(args().natStrategy(NatStrategy.SINGLE).natAllocationIds("eipalloc-0123456789abcdef0"));

            assertThat(graph.names("aws:ec2/eip:Eip")).isEmpty();
            assertThat(graph.resource(NAT, "main-nat-a").input("allocationId")).isEqualTo("eipalloc-0123456789abcdef0");
        }

        @Test
        void signals_dropped_connections_of_each_gateway() {
            graph(args().natStrategy(NatStrategy.PER_ZONE), vpc -> assertThat(vpc.signals())
                    .extracting(Signal::source)
                    .containsExactly("main-nat-a", "main-nat-b"));
        }
    }

    @Nested
    class EndpointsOfAwsServices {

        private static final Set<AwsService> NEEDED = Set.of(AwsService.S3, AwsService.SQS);

        @Test
        void adds_gateway_endpoints_for_s3_and_dynamodb_to_every_route_table() {
            var graph = graph(args());

            assertThat(graph.names(ENDPOINT)).containsExactly("main-endpoint-dynamodb", "main-endpoint-s3");
            var endpoint = graph.resource(ENDPOINT, "main-endpoint-s3");
            assertThat(endpoint.input("serviceName")).isEqualTo("com.amazonaws.eu-central-1.s3");
            assertThat(endpoint.input("routeTableIds"))
                    .asInstanceOf(LIST)
                    .hasSize(4)
                    .doesNotHaveDuplicates();
        }

        @Test
        void adds_an_endpoint_once_when_components_need_the_service() {
            var graph = graph(args().endpointStrategy(EndpointStrategy.ON_DEMAND), vpc -> {
                reach(vpc, NEEDED);
                reach(vpc, NEEDED);
            });

            assertThat(graph.names(ENDPOINT)).contains("main-endpoint-sqs").doesNotHaveDuplicates();
            var endpoint = graph.resource(ENDPOINT, "main-endpoint-sqs");
            assertThat(graph.parent(endpoint)).map(GraphResource::name).contains("main");
            assertThat(endpoint.input("privateDnsEnabled")).isEqualTo(true);
            assertThat(endpoint.input("subnetIds")).asInstanceOf(LIST).hasSize(2);
        }

        @Test
        void adds_every_endpoint_that_tasks_need_to_start() {
            var graph = graph(args().natStrategy(NatStrategy.NONE)
                    .endpointStrategy(EndpointStrategy.LISTED)
                    .interfaceEndpoints(AwsService.FARGATE)
                    .addAllInterfaceEndpoints(AwsService.FARGATE_IN_NEW_REGIONS));

            assertThat(graph.names(ENDPOINT))
                    .containsExactly(
                            "main-endpoint-dynamodb",
                            "main-endpoint-ecr-api",
                            "main-endpoint-ecr-dkr",
                            "main-endpoint-ecs",
                            "main-endpoint-ecs-agent",
                            "main-endpoint-ecs-telemetry",
                            "main-endpoint-logs",
                            "main-endpoint-s3");
        }

        @Test
        void sets_the_policy_of_an_endpoint() {
            var policy = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";
            var graph = graph(args().addInterfaceEndpoints(AwsService.SQS)
                    .endpointPolicy(AwsService.SQS, policy)
                    .endpointPolicy(AwsService.KMS, policy));

            assertThat(graph.resource(ENDPOINT, "main-endpoint-sqs").input("policy"))
                    .isEqualTo(policy);
            assertThat(graph.resource(ENDPOINT, "main-endpoint-s3").inputs()).doesNotContainKey("policy");
        }

        @Test
        void names_endpoint_services_by_partition() {
            assertThat(Endpoints.serviceName("us-gov-west-1", AwsService.SQS))
                    .isEqualTo("com.amazonaws.us-gov-west-1.sqs");
            assertThat(Endpoints.serviceName("cn-north-1", AwsService.SQS))
                    .isEqualTo("cn.com.amazonaws.cn-north-1.sqs");
            assertThat(Endpoints.serviceName("cn-north-1", AwsService.KMS)).isEqualTo("com.amazonaws.cn-north-1.kms");
            assertThat(Endpoints.serviceName("cn-north-1", AwsService.S3)).isEqualTo("com.amazonaws.cn-north-1.s3");
            assertThat(Endpoints.serviceName("eusc-de-east-1", AwsService.ECR_API))
                    .isEqualTo("eu.amazonaws.eusc-de-east-1.ecr.api");
        }

        @Test
        void allows_https_to_endpoints_from_the_vpc_cidr_only() {
            var graph = graph(args().addInterfaceEndpoints(AwsService.SQS));

            var rules = graph.ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
            assertThat(rules).singleElement().satisfies(rule -> {
                assertThat(rule.input("cidrIpv4")).isEqualTo("10.20.0.0/16");
                assertThat(rule.input("fromPort")).isEqualTo(443);
                assertThat(rule.input("toPort")).isEqualTo(443);
            });
            var group = graph.resource("aws:ec2/securityGroup:SecurityGroup", "main-endpoints")
                    .output("id");
            assertThat(rules.get(0).input("securityGroupId")).isEqualTo(group);
            assertThat(graph.resource(ENDPOINT, "main-endpoint-sqs").input("securityGroupIds"))
                    .isEqualTo(List.of(group));
        }

        @Test
        void adds_no_endpoint_for_services_without_one() {
            var graph = graph(
                    args().gatewayEndpoints(Set.of()).endpointStrategy(EndpointStrategy.ON_DEMAND),
                    vpc -> reach(
                            vpc,
                            Set.of(AwsService.S3, AwsService.DYNAMODB, AwsService.DYNAMODB_STREAMS, AwsService.SQS)));

            assertThat(graph.names(ENDPOINT)).containsExactly("main-endpoint-sqs");
        }

        @Test
        void reports_services_without_an_endpoint_when_there_is_no_nat() {
            var network = Networks.vpc(args().natStrategy(NatStrategy.NONE)
                    .endpointStrategy(EndpointStrategy.ON_DEMAND)
                    .gatewayEndpoints(Set.of(AwsService.S3)));

            assertThat(network.placement()
                            .unreachable(Set.of(
                                    AwsService.S3, AwsService.DYNAMODB, AwsService.DYNAMODB_STREAMS, AwsService.SQS)))
                    .containsExactlyInAnyOrder(AwsService.DYNAMODB, AwsService.DYNAMODB_STREAMS);
            var violations = Violations.of("FargateService", "api");
            network.placement().check(needs(violations, AwsService.DYNAMODB_STREAMS), violations);
            assertThat(violations.message())
                    .endsWith(
                            "no way to dynamodb-streams; give the network a NAT gateway, since no endpoint serves all of it.");
        }

        @Test
        void registers_the_same_endpoints_in_any_order_of_consumers() {
            var one = graph(args().endpointStrategy(EndpointStrategy.ON_DEMAND), vpc -> {
                reach(vpc, Set.of(AwsService.SQS));
                reach(vpc, Set.of(AwsService.KMS));
            });
            var other = graph(args().endpointStrategy(EndpointStrategy.ON_DEMAND), vpc -> {
                reach(vpc, Set.of(AwsService.KMS));
                reach(vpc, Set.of(AwsService.SQS));
            });

            assertThat(other.golden()).isEqualTo(one.golden());
        }

        @Test
        void adds_no_endpoint_when_there_is_a_nat_gateway() {
            var graph = graph(args().endpointStrategy(EndpointStrategy.WITHOUT_NAT), vpc -> reach(vpc, NEEDED));

            assertThat(graph.names(ENDPOINT)).doesNotContain("main-endpoint-sqs");
        }

        @Test
        void adds_an_endpoint_when_there_is_no_nat() {
            var graph = graph(
                    args().natStrategy(NatStrategy.NONE).endpointStrategy(EndpointStrategy.WITHOUT_NAT),
                    vpc -> reach(vpc, NEEDED));

            assertThat(graph.names(ENDPOINT)).contains("main-endpoint-sqs");
        }

        @Test
        void rejects_services_that_a_closed_list_omits() {
            graph(
                    args().natStrategy(NatStrategy.NONE)
                            .endpointStrategy(EndpointStrategy.LISTED)
                            .addInterfaceEndpoints(AwsService.SQS),
                    vpc -> {
                        var violations = Violations.of("FargateService", "api");
                        vpc.placement()
                                .check(needs(violations, AwsService.SQS, AwsService.S3, AwsService.KMS), violations);

                        assertThat(violations.message())
                                .isEqualTo(
                                        "FargateService \"api\": network is Vpc \"main\", but its private subnets have no "
                                                + "way to kms; give the network a NAT gateway or these endpoints, or let it add them.");
                    });
        }
    }

    @Nested
    class FlowLogsOfTheNetwork {

        private static final String FLOW_LOG = "aws:ec2/flowLog:FlowLog";

        @Test
        void logs_rejected_traffic_with_the_retention_of_the_profile() {
            var graph = graph(args());

            assertThat(graph.resource(FLOW_LOG, "main-flow-logs").input("trafficType"))
                    .isEqualTo("REJECT");
            assertThat(graph.resource("aws:cloudwatch/logGroup:LogGroup", "main-flow-logs")
                            .input("retentionInDays"))
                    .isEqualTo(7);
        }

        @Test
        void accept_a_retention_and_an_aggregation_interval() {
            var graph = graph(args().flowLogs(logs ->
                    logs.logRetention(Duration.ofDays(90)).maxAggregationInterval(Duration.ofMinutes(1))));

            assertThat(graph.resource("aws:cloudwatch/logGroup:LogGroup", "main-flow-logs")
                            .input("retentionInDays"))
                    .isEqualTo(90);
            var flowLog = graph.resource(FLOW_LOG, "main-flow-logs");
            assertThat(flowLog.input("maxAggregationInterval")).isEqualTo(60);
            assertThat(flowLog.input("logDestination"))
                    .isEqualTo(graph.resource("aws:cloudwatch/logGroup:LogGroup", "main-flow-logs")
                            .output("arn"));
            assertThat(flowLog.input("iamRoleArn"))
                    .isEqualTo(graph.resource("aws:iam/role:Role", "main-flow-logs")
                            .output("arn"));
        }

        @Test
        void depend_on_their_permission_and_are_deleted_before_replacement() {
            var graph = graph(args());
            var flowLog = graph.resource(FLOW_LOG, "main-flow-logs");

            assertThat(flowLog.dependencies())
                    .contains(graph.resource("aws:iam/rolePolicy:RolePolicy", "main-flow-logs")
                            .urn());
            assertThat(flowLog.options().deleteBeforeReplace()).isTrue();
        }

        @Test
        void allow_the_role_to_write_to_its_own_log_group_only() {
            var graph = graph(args());
            var group = graph.resource("aws:cloudwatch/logGroup:LogGroup", "main-flow-logs");

            assertThat(graph.resource("aws:iam/rolePolicy:RolePolicy", "main-flow-logs")
                            .input("policy"))
                    .asString()
                    .contains("\"Resource\":[\"" + group.output("arn") + ":*\"]");
        }

        @Test
        void can_be_disabled() {
            assertThat(graph(args().flowLogs(logs -> logs.enabled(false))).names(FLOW_LOG))
                    .isEmpty();
        }
    }

    @Test
    void reports_its_violations_with_those_of_a_service_in_it() {
        var recording = Recording.failing(context -> {
            var network = new Vpc(
                    "main",
                    args().cidrBlock("10.20.0.0/22")
                            .natStrategy(NatStrategy.NONE)
                            .build());
            new IngestionApi(
                    "ingestion", IngestionApiArgs.builder().network(network).build());
        });

        assertThat(recording.failure())
                .contains("Vpc \"main\": cidrBlock is 10.20.0.0/22")
                .contains("IngestionApi \"ingestion\": image is missing");
        assertThat(recording.graph().all()).isEmpty();
    }

    @Test
    void answers_from_its_options_while_it_is_planned_with_violations() {
        var planned = new AtomicReference<Vpc>();
        Recording.failing(context -> planned.set(new Vpc(
                "main",
                args().cidrBlock("10.20.0.0/22")
                        .ipv6(true)
                        .natStrategy(NatStrategy.NONE)
                        .build())));
        var network = planned.get();

        assertThat(network.zoneCount()).hasValue(2);
        assertThat(network.ipv6()).isTrue();
        assertThat(network.usableAddresses(Tier.PRIVATE)).isEmpty();
        assertThat(network.egressPlan().zones()).isEqualTo(2);
        assertThat(network.signals()).isEmpty();
        network.placement().place(needs(Violations.of("FargateService", "api"), AwsService.SQS));
        assertThat(network.placement().egressDependencies()).isEmpty();
        assertThat(network.placement().ingressDependencies()).isEmpty();
    }

    @Nested
    class ExistingNetworks {

        @Test
        void accept_ids_as_outputs() {
            var network = Vpc.fromExisting(
                    "existing",
                    ExistingNetworkArgs.builder()
                            .vpcId(Output.of("vpc-1"))
                            .privateSubnetIds(Output.of(List.of("subnet-1", "subnet-2")))
                            .zoneCount(2)
                            .build());

            assertThat(network.zoneCount()).hasValue(2);
            assertThat(network.isolatedSubnetIds()).isSameAs(network.privateSubnetIds());
            assertThat(network.placement().unreachable(Set.of(AwsService.SQS))).isEmpty();
        }

        @Test
        void reach_only_the_listed_endpoints() {
            var network = Vpc.fromExisting(
                    "existing",
                    ExistingNetworkArgs.builder()
                            .vpcId("vpc-1")
                            .internetAccess(false)
                            .addEndpoints(AwsService.SQS)
                            .build());

            assertThat(network.placement().unreachable(Set.of(AwsService.SQS, AwsService.KMS)))
                    .containsExactly(AwsService.KMS);
        }

        @Test
        void require_a_zone_count_with_usable_addresses() {
            assertThatThrownBy(() -> Vpc.fromExisting(
                            "existing",
                            ExistingNetworkArgs.builder()
                                    .vpcId("vpc-1")
                                    .putUsableAddresses(Tier.PRIVATE, 100)
                                    .build()))
                    .hasMessageContaining("zoneCount is missing");
        }

        @Test
        void reject_numbers_out_of_range() {
            assertThatThrownBy(() -> Vpc.fromExisting(
                            "existing",
                            ExistingNetworkArgs.builder()
                                    .vpcId(" ")
                                    .zoneCount(0)
                                    .putUsableAddresses(Tier.PRIVATE, -1)
                                    .build()))
                    .hasMessageContainingAll("vpcId is missing", "zoneCount is 0", "usableAddresses.private is -1");
        }

        @Test
        void reject_components_in_subnets_that_were_not_given() {
            var network = Vpc.fromExisting(
                    "existing",
                    ExistingNetworkArgs.builder()
                            .vpcId("vpc-1")
                            .isolatedSubnetIds("subnet-1", "subnet-2")
                            .build());
            var balancer = Violations.of("LoadBalancer", "web");
            var service = Violations.of("FargateService", "api");
            var database = Violations.of("AuroraCluster", "orders");

            network.placement().check(needs(balancer, Tier.PUBLIC, 16), balancer);
            network.placement().check(needs(service, Tier.PRIVATE, 1), service);
            network.placement().check(needs(database, Tier.ISOLATED, 1), database);

            assertThat(balancer.message())
                    .isEqualTo(
                            "LoadBalancer \"web\": network is Vpc.fromExisting \"existing\", but it was described without"
                                    + " publicSubnetIds; give it the ids of these subnets.");
            assertThat(service.message()).contains("without privateSubnetIds");
            assertThat(database.isEmpty()).isTrue();
        }

        @Test
        void report_their_violations_with_those_of_a_service_in_them() {
            var recording = Recording.failing(context -> {
                var network = Vpc.fromExisting(
                        "shared",
                        ExistingNetworkArgs.builder()
                                .putUsableAddresses(Tier.PRIVATE, 100)
                                .build());
                new IngestionApi(
                        "ingestion", IngestionApiArgs.builder().network(network).build());
            });

            assertThat(recording.failure())
                    .contains("Vpc.fromExisting \"shared\": vpcId is missing")
                    .contains("Vpc.fromExisting \"shared\": zoneCount is missing")
                    .contains("IngestionApi \"ingestion\": image is missing");
        }

        @Test
        void require_the_id_of_the_vpc() {
            assertThatThrownBy(() -> Vpc.fromExisting(
                            "shared",
                            ExistingNetworkArgs.builder().vpcId((String) null).build()))
                    .hasMessage(
                            "Vpc.fromExisting \"shared\": vpcId is missing, but security groups are created in a VPC; give its id.");
        }
    }
}

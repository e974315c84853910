package dev.ashlar.traffic.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pulumi.core.Output;
import dev.ashlar.compute.FargateService;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.core.Profile;
import dev.ashlar.core.Signal;
import dev.ashlar.graph.GraphResource;
import dev.ashlar.graph.ResourceGraph;
import dev.ashlar.identity.UserPoolLogin;
import dev.ashlar.network.ExistingNetworkArgs;
import dev.ashlar.network.Network;
import dev.ashlar.network.Vpc;
import dev.ashlar.network.VpcArgs;
import dev.ashlar.preflight.testkit.Recording;
import dev.ashlar.traffic.firewall.ExistingFirewallArgs;
import dev.ashlar.traffic.firewall.WebFirewall;
import dev.ashlar.traffic.firewall.WebFirewallArgs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApplicationLoadBalancerTest {

    private static final String LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";
    private static final String LISTENER = "aws:lb/listener:Listener";
    private static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private static final String RECORD = "aws:route53/record:Record";
    private static final String BUCKET = "aws:s3/bucketV2:BucketV2";
    private static final String BUCKET_POLICY = "aws:s3/bucketPolicy:BucketPolicy";
    private static final String CERTIFICATE = "arn:aws:acm:eu-central-1:000000000000:certificate/c";

    private static Network network() {
        return Vpc.fromExisting(
                "shared",
                ExistingNetworkArgs.builder()
                        .vpcId("vpc-1")
                        .publicSubnetIds("subnet-public-1", "subnet-public-2")
                        .privateSubnetIds("subnet-private-1", "subnet-private-2")
                        .build());
    }

    private static ApplicationLoadBalancerArgs.Builder plain() {
        return ApplicationLoadBalancerArgs.builder().network(network());
    }

    private static ApplicationLoadBalancerArgs.Builder secure() {
        return plain().certificateArn(CERTIFICATE);
    }

    private static ResourceGraph graph(ApplicationLoadBalancerArgs.Builder args) {
        return Recording.of(context -> new ApplicationLoadBalancer("public", args.build()))
                .graph();
    }

    private static GraphResource loadBalancer(ResourceGraph graph) {
        return graph.resource(LOAD_BALANCER, "public");
    }

    @Test
    void depends_on_the_internet_gateway_unless_it_is_internal() {
        var graph = Recording.of(context -> {
                    var network = new Vpc(
                            "main",
                            VpcArgs.builder()
                                    .cidrBlock("10.20.0.0/16")
                                    .zones("eu-central-1a", "eu-central-1b")
                                    .profile(Profile.DEV)
                                    .build());
                    new ApplicationLoadBalancer(
                            "public", secure().network(network).build());
                    new ApplicationLoadBalancer(
                            "inside",
                            secure().network(network)
                                    .internal(true)
                                    .source("office", "10.0.0.0/8")
                                    .build());
                })
                .graph();

        var gateway = graph.resource("aws:ec2/internetGateway:InternetGateway", "main-internet")
                .urn();
        assertThat(loadBalancer(graph).dependencies()).contains(gateway);
        assertThat(graph.resource(LOAD_BALANCER, "inside").dependencies()).doesNotContain(gateway);
    }

    @Test
    void is_placed_in_public_subnets_with_hardened_attributes() {
        assertThat(loadBalancer(graph(secure())).inputs())
                .containsEntry("loadBalancerType", "application")
                .containsEntry("internal", false)
                .containsEntry("subnets", List.of("subnet-public-1", "subnet-public-2"))
                .containsEntry("dropInvalidHeaderFields", true)
                .containsEntry("desyncMitigationMode", "defensive")
                .containsEntry("enableDeletionProtection", true)
                .containsEntry("idleTimeout", 60)
                .doesNotContainKey("name");
        assertThat(loadBalancer(graph(secure().profile(Profile.DEV))).input("enableDeletionProtection"))
                .isEqualTo(false);
    }

    @Test
    void places_an_internal_load_balancer_in_private_subnets() {
        var graph = graph(secure().internal(true).source("network", "10.20.0.0/16"));

        assertThat(loadBalancer(graph).input("internal")).isEqualTo(true);
        assertThat(loadBalancer(graph).input("subnets")).isEqualTo(List.of("subnet-private-1", "subnet-private-2"));
        assertThat(graph.names(INGRESS)).containsExactly("public-http-from-network", "public-https-from-network");
    }

    @Test
    void returns_404_over_tls_and_redirects_http() {
        var graph = graph(secure());
        var https = graph.resource(LISTENER, "public-https");
        var http = graph.resource(LISTENER, "public-http");

        assertThat(https.inputs())
                .containsEntry("protocol", "HTTPS")
                .containsEntry("port", 443)
                .containsEntry("sslPolicy", "ELBSecurityPolicy-TLS13-1-2-2021-06")
                .containsEntry("certificateArn", CERTIFICATE);
        assertThat(https.input("defaultActions[0].fixedResponse.statusCode")).isEqualTo("404");
        assertThat(https.input("defaultActions[0].fixedResponse.messageBody")).isEqualTo("{\"message\":\"Not Found\"}");
        assertThat(http.input("protocol")).isEqualTo("HTTP");
        assertThat(http.input("defaultActions[0].redirect.protocol")).isEqualTo("HTTPS");
        assertThat(http.input("defaultActions[0].redirect.statusCode")).isEqualTo("HTTP_301");
    }

    @Test
    void serves_plain_http_only_by_option() {
        var graph = graph(plain().allowPlainHttp(true));

        assertThat(graph.names(LISTENER)).containsExactly("public-http");
        assertThat(graph.resource(LISTENER, "public-http").input("defaultActions[0].type"))
                .isEqualTo("fixed-response");
        assertThat(graph.names(INGRESS)).containsExactly("public-http-from-internet");
    }

    @Test
    void allows_ingress_from_the_internet_and_no_egress() {
        var graph = graph(secure());

        assertThat(graph.names(INGRESS)).containsExactly("public-http-from-internet", "public-https-from-internet");
        assertThat(graph.resource(INGRESS, "public-https-from-internet").inputs())
                .containsEntry("cidrIpv4", "0.0.0.0/0")
                .containsEntry("fromPort", 443)
                .containsEntry("toPort", 443)
                .containsEntry("ipProtocol", "tcp");
        assertThat(graph.names("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"))
                .isEmpty();
        assertThat(graph.resource("aws:ec2/securityGroup:SecurityGroup", "public")
                        .inputs())
                .doesNotContainKeys("ingress", "egress");
    }

    @Test
    void allows_prefix_lists_on_the_main_port_only() {
        var graph = graph(secure().prefixList("cloudfront", Output.of("pl-1")));

        assertThat(graph.names(INGRESS)).containsExactly("public-https-from-cloudfront");
        assertThat(graph.resource(INGRESS, "public-https-from-cloudfront").input("prefixListId"))
                .isEqualTo("pl-1");
    }

    @Test
    void creates_a_certificate_and_records_for_a_domain() {
        var graph = graph(plain().domain("api.example.com", "Z1"));
        var certificate = graph.resource("aws:acm/certificate:Certificate", "public-certificate");
        var validation = graph.resource("aws:acm/certificateValidation:CertificateValidation", "public-certificate");

        assertThat(certificate.input("domainName")).isEqualTo("api.example.com");
        assertThat(certificate.input("validationMethod")).isEqualTo("DNS");
        assertThat(graph.resource(RECORD, "public-certificate").input("records"))
                .asInstanceOf(LIST)
                .containsExactly(certificate.output("domainValidationOptions[0].resourceRecordValue"));
        assertThat(graph.resource(RECORD, "public-certificate").input("type")).isEqualTo("CNAME");
        assertThat(validation.input("certificateArn")).isEqualTo(certificate.output("arn"));
        assertThat(graph.resource(LISTENER, "public-https").dependencies()).contains(validation.urn());
        var alias = graph.resource(RECORD, "public-alias");
        assertThat(alias.inputs()).containsEntry("name", "api.example.com").containsEntry("type", "A");
        assertThat(alias.input("aliases[0].name")).isEqualTo(loadBalancer(graph).output("dnsName"));
        assertThat(alias.input("aliases[0].zoneId"))
                .isEqualTo(loadBalancer(graph).output("zoneId"));
    }

    @Test
    void previews_a_domain_whose_validation_record_is_unknown() {
        var graph = Recording.preview(context -> new ApplicationLoadBalancer(
                        "public", plain().domain("api.example.com", "Z1").build()))
                .graph();

        assertThat(graph.names(RECORD)).containsExactly("public-alias", "public-certificate");
    }

    @Test
    void logs_requests_and_connections_to_a_private_bucket() throws Exception {
        var graph = graph(secure());
        var bucket = graph.resource(BUCKET, "public-logs");

        assertThat(loadBalancer(graph).input("accessLogs.bucket")).isEqualTo(bucket.output("id"));
        assertThat(loadBalancer(graph).input("accessLogs.enabled")).isEqualTo(true);
        assertThat(loadBalancer(graph).input("connectionLogs.prefix")).isEqualTo("connection");
        assertThat(graph.resource("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "public-logs")
                        .inputs())
                .containsEntry("blockPublicAcls", true)
                .containsEntry("blockPublicPolicy", true)
                .containsEntry("ignorePublicAcls", true)
                .containsEntry("restrictPublicBuckets", true);
        assertThat(graph.resource("aws:s3/bucketOwnershipControls:BucketOwnershipControls", "public-logs")
                        .input("rule.objectOwnership"))
                .isEqualTo("BucketOwnerEnforced");
        assertThat(graph.resource(
                                "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
                                "public-logs")
                        .input("rules[0].applyServerSideEncryptionByDefault.sseAlgorithm"))
                .isEqualTo("AES256");
        assertThat(graph.resource("aws:s3/bucketVersioningV2:BucketVersioningV2", "public-logs")
                        .input("versioningConfiguration.status"))
                .isEqualTo("Enabled");
        assertThat(graph.resource("aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2", "public-logs")
                        .input("rules[0].expiration.days"))
                .isEqualTo(365);
    }

    @Test
    void allows_log_delivery_of_this_account_only() throws Exception {
        var graph = graph(secure());
        var policy = new ObjectMapper()
                .readTree(String.valueOf(
                        graph.resource(BUCKET_POLICY, "public-logs").input("policy")));
        var arn = graph.resource(BUCKET, "public-logs").output("arn");
        var allowing = new ArrayList<JsonNode>();
        policy.get("Statement").forEach(statement -> {
            if (statement.get("Effect").asText().equals("Allow")) {
                allowing.add(statement);
            }
        });

        assertThat(allowing).hasSize(1);
        var write = allowing.get(0);
        assertThat(write.at("/Principal/Service/0").asText())
                .isEqualTo("logdelivery.elasticloadbalancing.amazonaws.com");
        assertThat(write.get("Action").toString()).isEqualTo("[\"s3:PutObject\"]");
        assertThat(write.get("Resource"))
                .extracting(JsonNode::asText)
                .containsExactly(arn + "/access/AWSLogs/000000000000/*", arn + "/connection/AWSLogs/000000000000/*");
    }

    @Test
    void depends_on_the_bucket_policy_and_that_on_the_public_access_block() {
        var graph = graph(secure());
        var policy = graph.resource(BUCKET_POLICY, "public-logs");

        assertThat(loadBalancer(graph).dependencies()).contains(policy.urn());
        assertThat(policy.dependencies())
                .contains(graph.resource("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "public-logs")
                        .urn());
    }

    @Test
    void protects_logs_if_the_profile_protects_data() {
        var prod = graph(secure()).resource(BUCKET, "public-logs");
        var dev = graph(secure().profile(Profile.DEV)).resource(BUCKET, "public-logs");

        assertThat(prod.options().protect()).isTrue();
        assertThat(prod.input("forceDestroy")).isEqualTo(false);
        assertThat(dev.options().protect()).isFalse();
        assertThat(dev.input("forceDestroy")).isEqualTo(true);
    }

    @Test
    void logs_to_a_given_bucket_or_to_none() {
        var given = graph(secure().accessLogsBucket("central-logs"));
        assertThat(given.names(BUCKET)).isEmpty();
        assertThat(loadBalancer(given).input("accessLogs.bucket")).isEqualTo("central-logs");

        var none = graph(secure().accessLogs(false));
        assertThat(none.names(BUCKET)).isEmpty();
        assertThat(loadBalancer(none).inputs()).doesNotContainKeys("accessLogs", "connectionLogs");
    }

    @Test
    void returns_routes_of_its_main_listener() {
        var recording = Recording.of(context -> {
            var loadBalancer = new ApplicationLoadBalancer("public", secure().build());
            var route = loadBalancer.route(options -> options.paths("/api/*"));
            assertThat(route.provider()).isEqualTo("public");
            context.export("listener", route.listenerArn());
            context.export("group", route.loadBalancerSecurityGroupId());
            context.export("suffix", route.loadBalancerArnSuffix());
            context.export("url", route.url());
        });
        var graph = recording.graph();

        assertThat(recording.outputs())
                .containsEntry(
                        "listener", graph.resource(LISTENER, "public-https").output("arn"))
                .containsEntry(
                        "group",
                        graph.resource("aws:ec2/securityGroup:SecurityGroup", "public")
                                .output("id"))
                .containsEntry("suffix", loadBalancer(graph).output("arnSuffix"))
                .containsEntry("url", "https://" + loadBalancer(graph).output("dnsName") + "/api/");
    }

    @Test
    void returns_a_url_with_its_domain() {
        var recording = Recording.of(context -> context.export(
                "url",
                new ApplicationLoadBalancer(
                                "public",
                                plain().domain("api.example.com", "Z1").build())
                        .url()));

        assertThat(recording.outputs()).containsEntry("url", "https://api.example.com");
    }

    @Test
    void rejects_routes_with_the_same_priority() {
        var failing = Recording.failing(context -> {
            var loadBalancer = new ApplicationLoadBalancer("public", secure().build());
            loadBalancer.route(options -> options.paths("/api/*"));
            loadBalancer.route(options -> options.paths("/api/*"));
        });

        assertThat(failing.failure())
                .asInstanceOf(STRING)
                .startsWith("ApplicationLoadBalancer \"public\": route is /api/* at priority")
                .contains("/api/* has the same priority");
    }

    @Test
    void publishes_only_metrics_that_aws_has_for_a_load_balancer() {
        var signals = new ArrayList<Signal>();
        Recording.of(context -> signals.addAll(new ApplicationLoadBalancer("public", secure().build()).signals()));

        assertThat(signals)
                .extracting(Signal::metric)
                .containsExactly(
                        "RequestCount",
                        "HTTPCode_Target_5XX_Count",
                        "HTTPCode_ELB_5XX_Count",
                        "RejectedConnectionCount",
                        "TargetResponseTime");
        assertThat(signals).allSatisfy(signal -> {
            assertThat(signal.namespace()).isEqualTo("AWS/ApplicationELB");
            assertThat(signal.dimensions()).containsOnlyKeys("LoadBalancer");
            assertThat(signal.missingData()).isEqualTo(Signal.MissingData.NOT_BREACHING);
        });
    }

    @Test
    void associates_a_firewall() {
        var graph = Recording.of(context -> new ApplicationLoadBalancer(
                        "public",
                        secure().firewall(new WebFirewall(
                                        "edge", WebFirewallArgs.builder().build()))
                                .build()))
                .graph();

        assertThat(graph.resource("aws:wafv2/webAclAssociation:WebAclAssociation", "public-firewall")
                        .inputs())
                .containsEntry("resourceArn", loadBalancer(graph).output("arn"))
                .containsEntry(
                        "webAclArn",
                        graph.resource("aws:wafv2/webAcl:WebAcl", "edge").output("arn"));
    }

    @Test
    void associates_a_firewall_of_another_stack() {
        var arn = "arn:aws:wafv2:eu-central-1:000000000000:regional/webacl/edge/0a";
        var graph = graph(secure().firewall(WebFirewall.fromExisting(
                "edge", ExistingFirewallArgs.builder().webAclArn(arn).build())));

        assertThat(graph.resource("aws:wafv2/webAclAssociation:WebAclAssociation", "public-firewall")
                        .input("webAclArn"))
                .isEqualTo(arn);
    }

    @Test
    void allows_https_egress_only_if_routes_log_users_in() {
        var egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

        assertThat(graph(secure()).names(egress)).isEmpty();
        assertThat(graph(secure().authenticatesUsers(true))
                        .resource(egress, "public-https-out")
                        .inputs())
                .containsEntry("fromPort", 443)
                .containsEntry("toPort", 443)
                .containsEntry("cidrIpv4", "0.0.0.0/0");
    }

    @Test
    void rejects_a_login_without_egress_to_the_identity_provider() {
        var login = new UserPoolLogin(Output.of("arn"), Output.of("client"), Output.of("acme"));
        var failing = Recording.failing(context -> new ApplicationLoadBalancer("public", secure().build())
                .route(route -> route.paths("/a").authenticate(login)));

        assertThat(failing.failure())
                .isEqualTo(
                        "ApplicationLoadBalancer \"public\": route.authenticate is /a, but the load balancer cannot connect to an"
                                + " identity provider; set authenticatesUsers(true) of the load balancer.");
        Recording.of(context -> new ApplicationLoadBalancer(
                        "public", secure().authenticatesUsers(true).build())
                .route(route -> route.paths("/a").authenticate(login)));
    }

    @Test
    void verifies_client_certificates_with_a_trust_store() {
        var trustStore = "arn:aws:elasticloadbalancing:eu-central-1:000000000000:truststore/partners/0a";

        assertThat(graph(secure()).resource(LISTENER, "public-https").inputs())
                .doesNotContainKey("mutualAuthentication");
        assertThat(graph(secure().trustStoreArn(trustStore))
                        .resource(LISTENER, "public-https")
                        .input("mutualAuthentication"))
                .isEqualTo(
                        Map.of("mode", "verify", "trustStoreArn", trustStore, "ignoreClientCertificateExpiry", false));
    }

    @Test
    void serves_ipv6_in_addition_to_ipv4() {
        var network = Vpc.fromExisting(
                "shared",
                ExistingNetworkArgs.builder()
                        .vpcId("vpc-1")
                        .publicSubnetIds("subnet-public-1", "subnet-public-2")
                        .ipv6(true)
                        .build());
        var graph = graph(ApplicationLoadBalancerArgs.builder()
                .network(network)
                .domain("api.example.com", "Z1")
                .ipAddressType(IpAddressType.DUALSTACK));

        assertThat(loadBalancer(graph).input("ipAddressType")).isEqualTo("dualstack");
        assertThat(graph.resource(INGRESS, "public-https-from-internet").input("cidrIpv4"))
                .isEqualTo("0.0.0.0/0");
        assertThat(graph.resource(INGRESS, "public-https-from-internet-ipv6").inputs())
                .containsEntry("cidrIpv6", "::/0")
                .doesNotContainKey("cidrIpv4");
        assertThat(graph.resource(RECORD, "public-alias").input("type")).isEqualTo("A");
        assertThat(graph.resource(RECORD, "public-alias-ipv6").input("type")).isEqualTo("AAAA");
    }

    @Test
    void accepts_a_post_quantum_policy() {
        assertThat(graph(secure().sslPolicy("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"))
                        .resource(LISTENER, "public-https")
                        .input("sslPolicy"))
                .isEqualTo("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09");
    }

    @Test
    void reports_its_faults_together_with_those_of_a_service_behind_it() {
        var recording = Recording.failing(context -> {
            var loadBalancer = new ApplicationLoadBalancer(
                    "public",
                    ApplicationLoadBalancerArgs.builder()
                            .routeShare(new RouteShare(1, 0))
                            .build());
            assertThat(loadBalancer.signals()).isNotEmpty();
            context.export("url", loadBalancer.url());
            new FargateService(
                    "orders",
                    FargateServiceArgs.builder()
                            .route(loadBalancer.route(route -> route.paths("orders")))
                            .build());
        });

        assertThat(recording.failure())
                .contains(
                        "ApplicationLoadBalancer \"public\": network is missing",
                        "ApplicationLoadBalancer \"public\": certificateArn is missing",
                        "ApplicationLoadBalancer \"public\": routeShare is 1 of 0",
                        "ApplicationLoadBalancer \"public\": route.paths is \"orders\"",
                        "FargateService \"orders\": image is missing");
        assertThat(recording.graph().all())
                .noneMatch(resource -> resource.type().startsWith("aws:"));
    }

    @Test
    void reports_missing_facts_of_an_existing_one_together_with_the_faults_of_a_service_behind_it() {
        var recording = Recording.failing(context -> {
            var loadBalancer = ApplicationLoadBalancer.fromExisting(
                    "shared", ExistingLoadBalancerArgs.builder().build());
            context.export("url", loadBalancer.url());
            new FargateService(
                    "orders",
                    FargateServiceArgs.builder()
                            .route(loadBalancer.route(route -> route.paths("/orders")))
                            .build());
        });

        assertThat(recording.failure())
                .contains("\"shared\": listenerArn is missing", "FargateService \"orders\": image is missing");
    }
}

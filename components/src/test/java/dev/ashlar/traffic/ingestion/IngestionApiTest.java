package dev.ashlar.traffic.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pulumi.core.Output;
import dev.ashlar.core.Binding;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.core.CpuArchitecture;
import dev.ashlar.core.NetworkPath;
import dev.ashlar.core.Profile;
import dev.ashlar.core.SecretReference;
import dev.ashlar.core.Signal;
import dev.ashlar.graph.GraphResource;
import dev.ashlar.graph.ResourceGraph;
import dev.ashlar.messaging.QueueTopology;
import dev.ashlar.messaging.QueueTopologyArgs;
import dev.ashlar.network.ExistingNetworkArgs;
import dev.ashlar.network.Vpc;
import dev.ashlar.preflight.testkit.Recording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IngestionApiTest {

    private static final String FUNCTION = "aws:lambda/function:Function";
    private static final String MAPPING = "aws:lambda/eventSourceMapping:EventSourceMapping";
    private static final String POLICY = "aws:iam/rolePolicy:RolePolicy";
    private static final String LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
    private static final String API = "aws:apigatewayv2/api:Api";
    private static final String ROUTE = "aws:apigatewayv2/route:Route";
    private static final String STAGE = "aws:apigatewayv2/stage:Stage";
    private static final String SECRET = "arn:aws:secretsmanager:eu-central-1:000000000000:secret:database-AbCdEf";

    private static final ContainerImage IMAGE = ContainerImage.of(
            Output.of("000000000000.dkr.ecr.eu-central-1.amazonaws.com/ingestion:1.4.2"),
            Output.of("arn:aws:ecr:eu-central-1:000000000000:repository/ingestion"));

    private static final Binding DATABASE = Binding.builder()
            .provider("database")
            .access("connect")
            .putSecrets("DATABASE_PASSWORD", SecretReference.of(Output.of(SECRET), "password"))
            .path(new NetworkPath(Output.of("sg-database"), 5432))
            .build();

    private static IngestionApiArgs.Builder args() {
        return IngestionApiArgs.builder().image(IMAGE);
    }

    private static ResourceGraph graph(IngestionApiArgs.Builder args) {
        return Recording.of(context -> new IngestionApi("ingestion", args.build()))
                .graph();
    }

    private static ResourceGraph pipeline() {
        return Recording.of(context -> {
                    var queues = new QueueTopology(
                            "pipeline",
                            QueueTopologyArgs.builder()
                                    .queue("inbound")
                                    .queue("fetch-request", queue -> queue.visibilityTimeout(Duration.ofSeconds(90)))
                                    .build());
                    new IngestionApi(
                            "ingestion",
                            args().timeout(Duration.ofSeconds(15))
                                    .uses(queues.queue("inbound").send())
                                    .consumes(queues.queue("fetch-request"), consumption -> consumption
                                            .batchSize(5)
                                            .maximumConcurrency(4))
                                    .build());
                })
                .graph();
    }

    private static GraphResource function(ResourceGraph graph) {
        return graph.resource(FUNCTION, "ingestion-function");
    }

    private static JsonNode statements(ResourceGraph graph, String policy) throws Exception {
        return new ObjectMapper()
                .readTree(String.valueOf(graph.resource(POLICY, policy).input("policy")))
                .get("Statement");
    }

    @Test
    void runs_the_image_with_the_documented_defaults() {
        var function = function(graph(args()));

        assertThat(function.inputs())
                .containsEntry("packageType", "Image")
                .containsEntry("imageUri", "000000000000.dkr.ecr.eu-central-1.amazonaws.com/ingestion:1.4.2")
                .containsEntry("architectures", List.of("x86_64"))
                .containsEntry("memorySize", 512)
                .containsEntry("timeout", 10)
                .doesNotContainKeys("name", "environment", "vpcConfig", "reservedConcurrentExecutions");
        assertThat(function.input("tracingConfig.mode")).isEqualTo("Active");
    }

    @Test
    void applies_the_given_options() {
        var function = function(graph(args().architecture(CpuArchitecture.ARM64)
                .memorySize(1769)
                .reservedConcurrency(20)
                .tracing(false)
                .putEnvironment("MODE", "fast")));

        assertThat(function.inputs())
                .containsEntry("architectures", List.of("arm64"))
                .containsEntry("memorySize", 1769)
                .containsEntry("reservedConcurrentExecutions", 20);
        assertThat(function.input("environment.variables.MODE")).isEqualTo("fast");
        assertThat(function.input("tracingConfig.mode")).isEqualTo("PassThrough");
    }

    @Test
    void allows_writing_to_its_own_log_group_only() throws Exception {
        var graph = graph(args().tracing(false).profile(Profile.DEV));
        var group = graph.resource(LOG_GROUP, "ingestion-function");
        var statements = statements(graph, "ingestion-function");

        assertThat(function(graph).input("loggingConfig.logGroup")).isEqualTo(group.output("name"));
        assertThat(group.input("retentionInDays")).isEqualTo(7);
        assertThat(graph.names(POLICY)).containsExactly("ingestion-function");
        assertThat(statements).hasSize(1);
        assertThat(statements.get(0).get("Action").toString())
                .isEqualTo("[\"logs:CreateLogStream\",\"logs:PutLogEvents\"]");
        assertThat(statements.at("/0/Resource/0").asText()).isEqualTo(group.output("arn") + ":*");
    }

    @Test
    void trusts_lambda_only() {
        var role = graph(args()).resource("aws:iam/role:Role", "ingestion-function");

        assertThat(String.valueOf(role.input("assumeRolePolicy"))).contains("\"Service\":\"lambda.amazonaws.com\"");
        assertThat(role.inputs()).doesNotContainKey("managedPolicyArns");
    }

    @Test
    void routes_requests_to_the_function_and_permits_no_other_api() {
        var graph = graph(args().routes("POST /ingest", "GET /items/{id}"));
        var api = graph.resource(API, "ingestion");
        var integration = graph.resource("aws:apigatewayv2/integration:Integration", "ingestion-function");

        assertThat(graph.names(ROUTE)).containsExactly("ingestion-route-get-items-id", "ingestion-route-post-ingest");
        assertThat(graph.resource(ROUTE, "ingestion-route-post-ingest").inputs())
                .containsEntry("routeKey", "POST /ingest")
                .containsEntry("target", "integrations/" + integration.output("id"))
                .containsEntry("authorizationType", "AWS_IAM");
        assertThat(integration.inputs())
                .containsEntry("integrationType", "AWS_PROXY")
                .containsEntry("payloadFormatVersion", "2.0")
                .containsEntry("integrationUri", function(graph).output("invokeArn"));
        assertThat(graph.resource("aws:lambda/permission:Permission", "ingestion")
                        .inputs())
                .containsEntry("principal", "apigateway.amazonaws.com")
                .containsEntry("sourceArn", api.output("executionArn") + "/*/*");
        assertThat(api.inputs()).containsEntry("protocolType", "HTTP").doesNotContainKey("corsConfiguration");
    }

    @Test
    void throttles_and_writes_an_access_log_in_json() throws Exception {
        var graph = graph(args().throttlingRateLimit(50).throttlingBurstLimit(75));
        var stage = graph.resource(STAGE, "ingestion");
        var log = graph.resource(LOG_GROUP, "ingestion-access");

        assertThat(stage.inputs()).containsEntry("name", "$default").containsEntry("autoDeploy", true);
        assertThat(stage.input("defaultRouteSettings.throttlingRateLimit")).isEqualTo(50);
        assertThat(stage.input("defaultRouteSettings.throttlingBurstLimit")).isEqualTo(75);
        assertThat(stage.input("accessLogSettings.destinationArn")).isEqualTo(log.output("arn"));
        var format = new ObjectMapper().readTree(String.valueOf(stage.input("accessLogSettings.format")));
        assertThat(format.get("status").asText()).isEqualTo("$context.status");
        assertThat(log.input("name"))
                .isEqualTo("/aws/vendedlogs/apigateway/"
                        + graph.resource(API, "ingestion").output("id"));
        assertThat(log.input("retentionInDays")).isEqualTo(365);
    }

    @Test
    void creates_a_jwt_authorizer_for_tokens() {
        var graph = graph(args().jwt("https://issuer.example.com", "orders"));
        var authorizer = graph.resource("aws:apigatewayv2/authorizer:Authorizer", "ingestion");

        assertThat(authorizer.input("jwtConfiguration.issuer")).isEqualTo("https://issuer.example.com");
        assertThat(authorizer.input("jwtConfiguration.audiences")).isEqualTo(List.of("orders"));
        assertThat(graph.resource(ROUTE, "ingestion-route-post-ingest").inputs())
                .containsEntry("authorizationType", "JWT")
                .containsEntry("authorizerId", authorizer.output("id"));
    }

    @Test
    void rejects_an_issuer_without_https() {
        assertThat(Recording.failing(context -> new IngestionApi(
                                "ingestion",
                                args().jwt("http://issuer.example.com", "orders")
                                        .build()))
                        .failure())
                .isEqualTo(
                        "IngestionApi \"ingestion\": authorization is a JWT of the issuer \"http://issuer.example.com\","
                                + " but API Gateway fetches the issuer's keys by HTTPS; use its URL, such as"
                                + " https://login.example.com.");
    }

    @Test
    void allows_unauthenticated_callers_only_by_option() {
        assertThat(graph(args().allowUnauthenticated())
                        .resource(ROUTE, "ingestion-route-post-ingest")
                        .input("authorizationType"))
                .isEqualTo("NONE");
    }

    @Test
    void sends_to_and_consumes_queues_of_a_topology() throws Exception {
        var graph = pipeline();
        var fetch = graph.resource("aws:sqs/queue:Queue", "pipeline-fetch-request");
        var mapping = graph.resource(MAPPING, "ingestion-from-fetch-request");

        assertThat(mapping.inputs())
                .containsEntry("eventSourceArn", fetch.output("arn"))
                .containsEntry("functionName", function(graph).output("arn"))
                .containsEntry("batchSize", 5)
                .containsEntry("functionResponseTypes", List.of("ReportBatchItemFailures"))
                .doesNotContainKey("maximumBatchingWindowInSeconds");
        assertThat(mapping.input("scalingConfig.maximumConcurrency")).isEqualTo(4);
        assertThat(function(graph).input("environment.variables"))
                .asInstanceOf(MAP)
                .containsOnlyKeys("FETCH_REQUEST_QUEUE_URL", "INBOUND_QUEUE_URL");
        assertThat(graph.names(POLICY))
                .containsExactly(
                        "ingestion-function", "ingestion-to-pipeline-fetch-request", "ingestion-to-pipeline-inbound");
        assertThat(statements(graph, "ingestion-to-pipeline-fetch-request")
                        .at("/0/Resource/0")
                        .asText())
                .isEqualTo(fetch.output("arn"));
        assertThat(graph.edges())
                .extracting(ResourceGraph.Edge::toString)
                .containsExactly(
                        "ingestion --consume--> pipeline-fetch-request", "ingestion --send--> pipeline-inbound");
    }

    @Test
    void creates_the_function_after_its_policies() {
        var graph = pipeline();

        assertThat(function(graph).dependencies())
                .containsAll(
                        graph.ofType(POLICY).stream().map(GraphResource::urn).toList());
        assertThat(graph.resource(MAPPING, "ingestion-from-fetch-request").dependencies())
                .contains(function(graph).urn());
    }

    @Test
    void sets_the_batch_size_and_the_batching_window() {
        var graph = Recording.of(context -> {
                    var queues = new QueueTopology(
                            "pipeline",
                            QueueTopologyArgs.builder()
                                    .queue("bulk", queue -> queue.visibilityTimeout(Duration.ofSeconds(90)))
                                    .build());
                    new IngestionApi(
                            "ingestion",
                            args().consumes(queues.queue("bulk"), consumption -> consumption
                                            .batchSize(500)
                                            .maximumBatchingWindow(Duration.ofSeconds(20)))
                                    .build());
                })
                .graph();

        assertThat(graph.resource(MAPPING, "ingestion-from-bulk").inputs())
                .containsEntry("batchSize", 500)
                .containsEntry("maximumBatchingWindowInSeconds", 20)
                .doesNotContainKey("scalingConfig");
    }

    @Test
    void runs_in_private_subnets_of_a_network() throws Exception {
        var network = Vpc.fromExisting(
                "shared",
                ExistingNetworkArgs.builder()
                        .vpcId("vpc-1")
                        .privateSubnetIds("subnet-1", "subnet-2")
                        .build());
        var graph = graph(args().network(network).uses(DATABASE));
        var group = graph.resource("aws:ec2/securityGroup:SecurityGroup", "ingestion");

        assertThat(function(graph).input("vpcConfig.subnetIds")).isEqualTo(List.of("subnet-1", "subnet-2"));
        assertThat(function(graph).input("vpcConfig.securityGroupIds")).isEqualTo(List.of(group.output("id")));
        assertThat(graph.names("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"))
                .containsExactly("ingestion-https-out", "ingestion-to-database");
        assertThat(graph.resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "ingestion-to-database")
                        .inputs())
                .containsEntry("securityGroupId", "sg-database")
                .containsEntry("referencedSecurityGroupId", group.output("id"))
                .containsEntry("fromPort", 5432);
        assertThat(statements(graph, "ingestion-function").toString())
                .contains("ec2:CreateNetworkInterface", "arn:aws:ec2:eu-central-1:000000000000:*/*");
    }

    @Test
    void allows_reading_exactly_the_secrets_of_its_bindings() throws Exception {
        var network = Vpc.fromExisting(
                "shared",
                ExistingNetworkArgs.builder()
                        .vpcId("vpc-1")
                        .privateSubnetIds("subnet-1")
                        .build());
        var graph = graph(args().network(network).uses(DATABASE));

        assertThat(function(graph).input("environment.variables"))
                .asInstanceOf(MAP)
                .containsEntry("DATABASE_PASSWORD_SECRET_ARN", SECRET)
                .containsEntry("DATABASE_PASSWORD_SECRET_KEY", "password");
        var read = statements(graph, "ingestion-function").get(1);
        assertThat(read.get("Action").toString()).isEqualTo("[\"secretsmanager:GetSecretValue\"]");
        assertThat(read.get("Resource").toString()).isEqualTo("[\"%s\"]".formatted(SECRET));
    }

    @Test
    void changes_only_the_function_when_the_image_changes() {
        var next = ContainerImage.of(
                Output.of("000000000000.dkr.ecr.eu-central-1.amazonaws.com/ingestion:1.4.3"),
                Output.of("arn:aws:ecr:eu-central-1:000000000000:repository/ingestion"));
        var before = graph(args());
        var after = graph(args().image(next));

        assertThat(after.all().stream().filter(resource -> !before.resource(resource.type(), resource.name())
                        .inputs()
                        .equals(resource.inputs())))
                .extracting(GraphResource::type)
                .containsExactly(FUNCTION);
    }

    @Test
    void returns_the_endpoint_of_the_api_and_the_function() {
        var recording = Recording.of(context -> {
            var api = new IngestionApi("ingestion", args().build());
            context.export("url", api.url());
            context.export("functionName", api.functionName());
            context.export("functionArn", api.functionArn());
        });

        assertThat(recording.outputs())
                .containsEntry(
                        "url", recording.graph().resource(API, "ingestion").output("apiEndpoint"))
                .containsEntry("functionName", function(recording.graph()).output("name"))
                .containsEntry("functionArn", function(recording.graph()).output("arn"));
    }

    @Test
    void publishes_signals_of_the_api_and_the_function() {
        var signals = new ArrayList<Signal>();
        Recording.of(context -> signals.addAll(new IngestionApi("ingestion", args().build()).signals()));

        assertThat(signals)
                .extracting(signal -> signal.namespace() + " " + signal.metric())
                .containsExactly(
                        "AWS/ApiGateway Count",
                        "AWS/ApiGateway 5xx",
                        "AWS/ApiGateway Latency",
                        "AWS/Lambda Errors",
                        "AWS/Lambda Throttles",
                        "AWS/Lambda Duration");
        assertThat(signals.get(4).objective()).contains(Signal.Objective.atMost(0));
    }

    @Test
    void reports_its_faults_together_with_those_of_the_queues_that_it_consumes() {
        var recording = Recording.failing(context -> {
            var queues = new QueueTopology(
                    "pipeline",
                    QueueTopologyArgs.builder()
                            .queue("inbound", queue -> queue.maxReceives(0))
                            .build());
            var api = new IngestionApi(
                    "ingestion",
                    IngestionApiArgs.builder().consumes(queues.queue("inbound")).build());
            assertThat(api.signals()).isNotEmpty();
            context.export("url", api.url());
            context.export("function", api.functionArn());
        });

        assertThat(recording.failure())
                .contains("inbound.maxReceives is 0", "IngestionApi \"ingestion\": image is missing");
        assertThat(recording.graph().all())
                .noneMatch(resource -> resource.type().startsWith("aws:"));
    }
}

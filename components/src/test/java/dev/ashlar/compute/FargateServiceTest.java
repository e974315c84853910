package dev.ashlar.compute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pulumi.aws.ecs.ServiceArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomTimeouts;
import com.pulumi.resources.ResourceTransformation;
import com.pulumi.test.PulumiTest;
import dev.ashlar.compute.internal.service.BacklogMetric;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.core.CpuArchitecture;
import dev.ashlar.core.Profile;
import dev.ashlar.core.SecretReference;
import dev.ashlar.core.Signal;
import dev.ashlar.graph.GraphDifference;
import dev.ashlar.graph.GraphResource;
import dev.ashlar.graph.ResourceGraph;
import dev.ashlar.messaging.ExistingQueueArgs;
import dev.ashlar.messaging.MessageQueue;
import dev.ashlar.network.Vpc;
import dev.ashlar.network.VpcArgs;
import dev.ashlar.preflight.testkit.Recording;
import dev.ashlar.traffic.loadbalancer.ServiceRoute;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FargateServiceTest {

    private static final String SERVICE = "aws:ecs/service:Service";
    private static final String TASK_DEFINITION = "aws:ecs/taskDefinition:TaskDefinition";
    private static final String ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
    private static final String EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    private static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private static final String TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";
    private static final String LISTENER_RULE = "aws:lb/listenerRule:ListenerRule";
    private static final String SCHEDULED_ACTION = "aws:appautoscaling/scheduledAction:ScheduledAction";
    private static final String SCALING_POLICY = "aws:appautoscaling/policy:Policy";

    private static ResourceGraph graph(FargateServiceArgs.Builder args) {
        return graph(args, service -> {});
    }

    private static ResourceGraph graph(FargateServiceArgs.Builder args, Consumer<FargateService> use) {
        return Recording.of(context -> use.accept(new FargateService("orders", args.build())))
                .graph();
    }

    private static GraphResource service(FargateServiceArgs.Builder args) {
        return graph(args).resource(SERVICE, "orders");
    }

    private static Map<String, Map<String, Object>> inputs(ResourceGraph graph) {
        return graph.all().stream()
                .collect(Collectors.toMap(resource -> resource.type() + " " + resource.name(), GraphResource::inputs));
    }

    @Test
    void a_worker_is_a_task_its_roles_a_log_and_a_way_out() {
        var graph = graph(Services.worker());

        assertThat(graph.children(graph.resource("ashlar:compute:FargateService", "orders")).stream()
                        .map(child -> child.type() + " " + child.name()))
                .containsExactly(
                        "aws:cloudwatch/logGroup:LogGroup orders",
                        "aws:ec2/securityGroup:SecurityGroup orders",
                        "aws:ecs/service:Service orders",
                        "aws:ecs/taskDefinition:TaskDefinition orders",
                        "aws:iam/role:Role orders-execution",
                        "aws:iam/role:Role orders-task",
                        "aws:iam/rolePolicy:RolePolicy orders-execution",
                        "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule orders-https-out");
    }

    @Test
    void tasks_run_in_private_subnets_without_a_public_address() {
        var service = service(Services.worker());

        assertThat(service.input("networkConfiguration.subnets")).isEqualTo(List.of("subnet-1", "subnet-2"));
        assertThat(service.input("networkConfiguration.assignPublicIp")).isEqualTo(false);
        assertThat(graph(Services.worker()).names(INGRESS)).isEmpty();
    }

    @Test
    void a_failed_deployment_is_rolled_back_and_waited_for() {
        var service = service(Services.worker().rollbackAlarms(List.of(Output.of("too-many-errors"))));

        assertThat(service.input("deploymentCircuitBreaker")).isEqualTo(Map.of("enable", true, "rollback", true));
        assertThat(service.input("alarms"))
                .isEqualTo(Map.of("enable", true, "rollback", true, "alarmNames", List.of("too-many-errors")));
        assertThat(service.input("deploymentMinimumHealthyPercent")).isEqualTo(100);
        assertThat(service.input("deploymentMaximumPercent")).isEqualTo(200);
        assertThat(service.input("waitForSteadyState")).isEqualTo(true);
    }

    @Test
    void an_update_may_take_a_quarter_of_an_hour_unless_told_otherwise() {
        assertThat(updateTimeout(Services.worker())).contains(Duration.ofMinutes(15));
        assertThat(updateTimeout(Services.worker().steadyStateTimeout(Duration.ofMinutes(40))))
                .contains(Duration.ofMinutes(40));
    }

    private static Optional<Duration> updateTimeout(FargateServiceArgs.Builder args) {
        var timeout = new AtomicReference<Optional<Duration>>();
        ResourceTransformation look = child -> {
            if (child.args() instanceof ServiceArgs) {
                timeout.set(child.options().getCustomTimeouts().flatMap(CustomTimeouts::getUpdate));
            }
            return Optional.empty();
        };
        var options =
                ComponentResourceOptions.builder().resourceTransformations(look).build();
        Recording.of(context -> new FargateService("orders", args.build(), options));
        return timeout.get();
    }

    @Test
    void tasks_are_spread_over_the_zones_again_when_they_were_not() {
        assertThat(service(Services.worker()).input("availabilityZoneRebalancing"))
                .isEqualTo("ENABLED");
    }

    @Test
    void logs_end_after_the_time_of_the_profile() {
        assertThat(graph(Services.worker().profile(Profile.STAGING))
                        .resource("aws:cloudwatch/logGroup:LogGroup", "orders")
                        .input("retentionInDays"))
                .isEqualTo(30);
    }

    @Test
    void a_load_balancer_picks_tasks_as_it_is_told() {
        assertThat(graph(Services.routed()).resource(TARGET_GROUP, "orders").input("loadBalancingAlgorithmType"))
                .isEqualTo("round_robin");
        assertThat(graph(Services.routed().loadBalancingAlgorithm(LoadBalancingAlgorithm.LEAST_OUTSTANDING_REQUESTS))
                        .resource(TARGET_GROUP, "orders")
                        .input("loadBalancingAlgorithmType"))
                .isEqualTo("least_outstanding_requests");
        assertThat(graph(Services.routed().slowStart(Duration.ofSeconds(45)))
                        .resource(TARGET_GROUP, "orders")
                        .input("slowStart"))
                .isEqualTo(45);
    }

    @Test
    void a_service_or_a_queue_more_only_adds() {
        var queue = MessageQueue.fromExisting(
                "inbound",
                ExistingQueueArgs.builder()
                        .arn("arn:aws:sqs:x:1:inbound")
                        .url("https://sqs.x.amazonaws.com/1/inbound")
                        .build());
        var one = Recording.of(context ->
                        new FargateService("orders", Services.routed().build()))
                .graph();
        var two = Recording.of(context -> {
                    new FargateService("orders", Services.routed().build());
                    new FargateService(
                            "workers", Services.worker().uses(queue.consume()).build());
                })
                .graph();

        assertThat(GraphDifference.between(one, two).onlyAdds()).isTrue();
    }

    @Test
    void tags_reach_the_tasks() {
        var service = service(Services.worker().putTags("team", "orders"));

        assertThat(service.input("propagateTags")).isEqualTo("SERVICE");
        assertThat(service.input("enableEcsManagedTags")).isEqualTo(true);
        assertThat(service.input("tags.team")).isEqualTo("orders");
    }

    @Test
    void spot_capacity_can_change_without_replacing_the_service() {
        var service = service(Services.worker().interruptible(true).profile(Profile.STAGING));

        assertThat(service.input("capacityProviderStrategies[0].capacityProvider"))
                .isEqualTo("FARGATE");
        assertThat(service.input("capacityProviderStrategies[0].base")).isEqualTo(1);
        assertThat(service.input("capacityProviderStrategies[1].capacityProvider"))
                .isEqualTo("FARGATE_SPOT");
        assertThat(service.input("capacityProviderStrategies[1].weight")).isEqualTo(50);
        assertThat(service.input("forceNewDeployment")).isEqualTo(true);
    }

    @Test
    void old_revisions_stay_in_one_history() {
        var definition = graph(Services.worker()
                        .architecture(CpuArchitecture.ARM64)
                        .taskSize(new TaskSize(1024, 2048))
                        .ephemeralStorage(50))
                .resource(TASK_DEFINITION, "orders");

        assertThat(definition.input("family")).asString().endsWith("-orders");
        assertThat(definition.input("skipDestroy")).isEqualTo(true);
        assertThat(definition.input("cpu")).isEqualTo("1024");
        assertThat(definition.input("memory")).isEqualTo("2048");
        assertThat(definition.input("runtimePlatform.cpuArchitecture")).isEqualTo("ARM64");
        assertThat(definition.input("ephemeralStorage.sizeInGib")).isEqualTo(50);
        assertThat(definition.input("volumes")).isEqualTo(List.of(Map.of("name", "app-tmp")));
    }

    @Test
    void the_execution_role_reaches_its_own_log_repositories_secrets_and_keys_only() throws JsonProcessingException {
        var secret = Output.of("arn:aws:secretsmanager:x:1:secret:db");
        var policy = graph(Services.worker()
                        .putSecrets("USER", SecretReference.of(secret, "username"))
                        .putSecrets(
                                "PASSWORD",
                                new SecretReference(secret, "password", Output.of("arn:aws:kms:x:1:key/k"))))
                .resource(ROLE_POLICY, "orders-execution");

        assertThat(statements(policy))
                .satisfiesExactly(
                        logs -> {
                            assertThat(logs)
                                    .containsEntry("Action", List.of("logs:CreateLogStream", "logs:PutLogEvents"));
                            assertThat(logs.get("Resource"))
                                    .asString()
                                    .matches("\\[arn:aws:logs:[^\"]*:log-group:orders-[0-9a-f]{7}:\\*]");
                        },
                        token -> assertThat(token).isEqualTo(allow(List.of("ecr:GetAuthorizationToken"), "*")),
                        pull -> assertThat(pull)
                                .isEqualTo(allow(
                                        List.of(
                                                "ecr:BatchCheckLayerAvailability",
                                                "ecr:BatchGetImage",
                                                "ecr:GetDownloadUrlForLayer"),
                                        "arn:aws:ecr:x:1:repository/orders")),
                        secrets -> assertThat(secrets)
                                .isEqualTo(allow(
                                        List.of("secretsmanager:GetSecretValue"),
                                        "arn:aws:secretsmanager:x:1:secret:db")),
                        key -> assertThat(key).isEqualTo(allow(List.of("kms:Decrypt"), "arn:aws:kms:x:1:key/k")));
    }

    private static Map<String, Object> allow(List<String> actions, String resource) {
        return Map.of("Effect", "Allow", "Action", actions, "Resource", List.of(resource));
    }

    private static List<Map<String, Object>> statements(GraphResource policy) throws JsonProcessingException {
        var document = new ObjectMapper()
                .readValue(String.valueOf(policy.input("policy")), new TypeReference<Map<String, Object>>() {});
        assertThat(document).containsEntry("Version", "2012-10-17").containsOnlyKeys("Version", "Statement");
        return new ObjectMapper()
                .convertValue(document.get("Statement"), new TypeReference<List<Map<String, Object>>>() {});
    }

    @Test
    void an_image_from_elsewhere_needs_no_permission_to_pull() {
        var policy = graph(Services.worker().image(ContainerImage.of("docker.io/library/nginx:1")))
                .resource(ROLE_POLICY, "orders-execution");

        assertThat(policy.input("policy")).asString().doesNotContain("ecr:");
    }

    @Test
    void only_tasks_of_this_account_may_take_the_task_role() {
        var role = graph(Services.worker()).resource("aws:iam/role:Role", "orders-task");

        assertThat(role.input("assumeRolePolicy"))
                .asString()
                .contains("ecs-tasks.amazonaws.com")
                .contains("\"aws:SourceAccount\":\"000000000000\"");
    }

    @Test
    void a_binding_gives_way_permission_environment_and_secret_together() {
        var graph = graph(Services.worker().uses(Services.database()));

        assertThat(graph.resource(ROLE_POLICY, "orders-to-database").input("policy"))
                .asString()
                .contains("rds-db:connect");
        assertThat(graph.resource(EGRESS, "orders-to-database").input("referencedSecurityGroupId"))
                .isEqualTo("sg-database");
        assertThat(graph.resource(INGRESS, "orders-to-database").input("fromPort"))
                .isEqualTo(5432);
        assertThat(graph.resource(TASK_DEFINITION, "orders").input("containerDefinitions"))
                .asString()
                .contains("DATABASE_HOST", "arn:secret:db:password::");
        assertThat(graph.edges()).hasToString("[orders --connect--> database]");
    }

    @Test
    void a_route_brings_traffic_to_the_container_s_port_only() {
        var graph = graph(Services.routed().healthCheck(check -> check.path("/health")));

        var targetGroup = graph.resource(TARGET_GROUP, "orders");
        assertThat(targetGroup.inputs()).doesNotContainKey("name");
        assertThat(targetGroup.input("targetType")).isEqualTo("ip");
        assertThat(targetGroup.input("port")).isEqualTo(8080);
        assertThat(targetGroup.input("deregistrationDelay")).isEqualTo(30);
        assertThat(targetGroup.input("healthCheck.path")).isEqualTo("/health");
        var rule = graph.resource(LISTENER_RULE, "orders");
        assertThat(rule.input("priority")).isEqualTo(100);
        assertThat(rule.input("conditions"))
                .isEqualTo(List.of(Map.of("pathPattern", Map.of("values", List.of("/orders/*")))));
        var ingress = graph.resource(INGRESS, "orders-from-edge");
        assertThat(ingress.input("referencedSecurityGroupId")).isEqualTo("sg-edge");
        assertThat(ingress.input("fromPort")).isEqualTo(8080);
        assertThat(ingress.input("toPort")).isEqualTo(8080);
        assertThat(graph.resource(EGRESS, "orders-from-edge").input("securityGroupId"))
                .isEqualTo("sg-edge");
        var service = graph.resource(SERVICE, "orders");
        assertThat(service.input("loadBalancers[0].containerName")).isEqualTo("app");
        assertThat(service.input("loadBalancers[0].containerPort")).isEqualTo(8080);
        assertThat(service.input("healthCheckGracePeriodSeconds")).isEqualTo(60);
        assertThat(graph.resource("ashlar:compute:FargateService", "orders").output("trafficFrom"))
                .isEqualTo(List.of("edge"));
    }

    @Test
    void a_route_for_hosts_asks_for_host_and_path() {
        var route = ServiceRoute.builder()
                .from(Services.route())
                .addHosts("api.example.com")
                .build();

        assertThat(graph(Services.worker().port(8080).route(route))
                        .resource(LISTENER_RULE, "orders")
                        .input("conditions[0].hostHeader.values"))
                .isEqualTo(List.of("api.example.com"));
    }

    @Test
    void tasks_start_after_their_ways_permissions_and_traffic_stand() {
        var dependencies = service(Services.routed().uses(Services.database())).dependencies();

        assertThat(dependencies.stream().map(urn -> urn.replaceAll(".*\\$|.*::(?=aws)", "")))
                .contains(
                        LISTENER_RULE + "::orders",
                        ROLE_POLICY + "::orders-execution",
                        ROLE_POLICY + "::orders-to-database",
                        EGRESS + "::orders-https-out",
                        EGRESS + "::orders-to-database",
                        INGRESS + "::orders-to-database",
                        EGRESS + "::orders-from-edge",
                        INGRESS + "::orders-from-edge");
    }

    @Test
    void tasks_start_after_their_network_reaches_what_they_pull_and_write() {
        var graph = Recording.of(context -> {
                    var network = new Vpc(
                            "main",
                            VpcArgs.builder()
                                    .cidrBlock("10.20.0.0/16")
                                    .zones("eu-central-1a")
                                    .build());
                    new FargateService(
                            "orders", Services.worker().network(network).build());
                })
                .graph();

        assertThat(graph.resource(SERVICE, "orders").dependencies().stream()
                        .map(urn -> urn.replaceAll(".*\\$|.*::(?=aws)", "")))
                .contains(
                        "aws:ec2/routeTableAssociation:RouteTableAssociation::main-private-a",
                        "aws:ec2/route:Route::main-private-a-nat",
                        "aws:ec2/vpcEndpoint:VpcEndpoint::main-endpoint-ecr-dkr",
                        "aws:ec2/vpcEndpoint:VpcEndpoint::main-endpoint-s3",
                        INGRESS + "::main-endpoints-https");
    }

    @Test
    void scaling_owns_the_number_of_tasks() {
        var graph = graph(Services.routed()
                .scaling(scaling -> scaling.maxCapacity(10).cpuPercent(60).requestsPerTarget(500)));

        assertThat(graph.resource(SERVICE, "orders").options().ignoreChanges()).containsExactly("desiredCount");
        var target = graph.resource("aws:appautoscaling/target:Target", "orders");
        assertThat(target.input("resourceId")).asString().matches("service/main/orders-[0-9a-f]{7}");
        assertThat(target.input("minCapacity")).isEqualTo(2);
        assertThat(target.input("maxCapacity")).isEqualTo(10);
        assertThat(graph.names(SCALING_POLICY)).containsExactly("orders-cpu", "orders-requests");
        var requests = graph.resource(SCALING_POLICY, "orders-requests");
        assertThat(requests.input("targetTrackingScalingPolicyConfiguration.targetValue"))
                .isEqualTo(500);
        assertThat(requests.input(
                        "targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification.resourceLabel"))
                .asString()
                .matches("app/edge/1/targetgroup/orders-.*");
        assertThat(graph.resource(SCALING_POLICY, "orders-cpu")
                        .input("targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification"))
                .isEqualTo(Map.of("predefinedMetricType", "ECSServiceAverageCPUUtilization"));
    }

    @Test
    void a_queue_is_followed_by_its_messages_for_each_running_task() {
        var queue = MessageQueue.fromExisting(
                "inbound",
                ExistingQueueArgs.builder()
                        .arn("arn:aws:sqs:eu-central-1:000000000000:pipeline-inbound")
                        .url("https://sqs.eu-central-1.amazonaws.com/000000000000/pipeline-inbound")
                        .build());
        var graph = graph(Services.worker()
                .cluster(Services.cluster(ContainerInsights.ENHANCED))
                .scaling(scaling -> scaling.minCapacity(0).maxCapacity(10).backlogPerTask(queue, 100)));

        assertThat(graph.names(SCALING_POLICY)).containsExactly("orders-backlog-inbound");
        var policy = graph.resource(SCALING_POLICY, "orders-backlog-inbound");
        var specification = "targetTrackingScalingPolicyConfiguration.customizedMetricSpecification.metrics";
        assertThat(policy.input("targetTrackingScalingPolicyConfiguration.targetValue"))
                .isEqualTo(100);
        assertThat(policy.input(specification + "[0].metricStat"))
                .isEqualTo(Map.of(
                        "stat",
                        "Sum",
                        "metric",
                        Map.of(
                                "namespace",
                                "AWS/SQS",
                                "metricName",
                                "ApproximateNumberOfMessagesVisible",
                                "dimensions",
                                List.of(Map.of("name", "QueueName", "value", "pipeline-inbound")))));
        assertThat(policy.input(specification + "[1].metricStat.metric.metricName"))
                .isEqualTo("RunningTaskCount");
        assertThat(policy.input(specification + "[1].metricStat.metric.dimensions[0]"))
                .isEqualTo(Map.of("name", "ClusterName", "value", "main"));
        assertThat(policy.input(specification + "[2].expression")).isEqualTo(BacklogMetric.expression(100));
        assertThat(policy.input(specification + "[2].returnData")).isEqualTo(true);
        assertThat(policy.input(specification + "[0].returnData")).isEqualTo(false);
        assertThat(policy.input(specification + "[1].returnData")).isEqualTo(false);
    }

    @Test
    void limits_change_at_the_times_of_the_schedules() {
        var graph = graph(Services.worker().scaling(scaling -> scaling.maxCapacity(10)
                .schedule("morning", at -> at.schedule("cron(0 7 ? * MON-FRI *)")
                        .timezone("Europe/Berlin")
                        .minCapacity(4))
                .schedule("evening", at -> at.schedule("cron(0 19 ? * MON-FRI *)")
                        .minCapacity(1)
                        .maxCapacity(3))));

        assertThat(graph.names(SCHEDULED_ACTION)).containsExactly("orders-evening", "orders-morning");
        var morning = graph.resource(SCHEDULED_ACTION, "orders-morning");
        assertThat(morning.input("schedule")).isEqualTo("cron(0 7 ? * MON-FRI *)");
        assertThat(morning.input("timezone")).isEqualTo("Europe/Berlin");
        assertThat(morning.input("scalableTargetAction")).isEqualTo(Map.of("minCapacity", 4));
        assertThat(morning.input("resourceId")).asString().startsWith("service/main/orders-");
        var evening = graph.resource(SCHEDULED_ACTION, "orders-evening");
        assertThat(evening.input("timezone")).isEqualTo("UTC");
        assertThat(evening.input("scalableTargetAction")).isEqualTo(Map.of("minCapacity", 1, "maxCapacity", 3));
    }

    @Test
    void without_scaling_the_program_owns_everything() {
        assertThat(service(Services.worker()).options().ignoreChanges()).isEmpty();
        assertThat(service(Services.worker()).input("desiredCount")).isEqualTo(2);
    }

    @Test
    void a_shell_in_the_container_takes_four_permissions() {
        var graph = graph(Services.worker().enableExecuteCommand(true));

        assertThat(graph.resource(SERVICE, "orders").input("enableExecuteCommand"))
                .isEqualTo(true);
        assertThat(graph.resource(ROLE_POLICY, "orders-exec").input("policy"))
                .asString()
                .contains("\"ssmmessages:CreateControlChannel\",\"ssmmessages:CreateDataChannel\","
                        + "\"ssmmessages:OpenControlChannel\",\"ssmmessages:OpenDataChannel\"");
    }

    @Test
    void a_collector_may_deliver_to_x_ray_and_its_own_log_group_only() {
        var graph = graph(Services.worker().openTelemetry());

        assertThat(graph.resource(ROLE_POLICY, "orders-telemetry").input("policy"))
                .asString()
                .contains("\"xray:PutTraceSegments\"")
                .containsPattern(
                        "\"logs:PutLogEvents\"\\],\"Effect\":\"Allow\",\"Resource\":\\[\"[^\"]*:log-group:orders-[^\"]*:\\*\"")
                .doesNotContain("logs:CreateLogGroup");
        assertThat(graph(Services.worker()).names(ROLE_POLICY)).doesNotContain("orders-telemetry");
    }

    @Test
    void a_new_image_touches_nothing_but_the_task_definition_and_the_service() {
        var arn = Output.of("arn:aws:ecr:x:1:repository/orders");
        var before = inputs(graph(Services.routed().image(ContainerImage.of(Output.of("orders:1.0"), arn))));
        var after = inputs(graph(Services.routed().image(ContainerImage.of(Output.of("orders:1.1"), arn))));

        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(before.keySet().stream().filter(key -> !before.get(key).equals(after.get(key))))
                .contains(TASK_DEFINITION + " orders")
                .isSubsetOf(TASK_DEFINITION + " orders", SERVICE + " orders");
    }

    @Test
    void using_one_thing_more_only_adds_to_what_a_task_is_and_may_read() {
        var before = inputs(graph(Services.worker()));
        var after = inputs(graph(Services.worker().uses(Services.database())));

        assertThat(after.keySet()).containsAll(before.keySet());
        assertThat(before.keySet().stream().filter(key -> !before.get(key).equals(after.get(key))))
                .contains(TASK_DEFINITION + " orders", ROLE_POLICY + " orders-execution")
                .isSubsetOf(TASK_DEFINITION + " orders", SERVICE + " orders", ROLE_POLICY + " orders-execution");
    }

    @Test
    void a_worker_is_watched_by_its_load_and_a_routed_service_by_its_answers_too() {
        var signals = new ArrayList<Signal>();
        graph(
                Services.routed().cluster(Services.cluster(ContainerInsights.ENHANCED)),
                service -> signals.addAll(service.signals()));

        assertThat(signals.stream().map(Signal::name))
                .containsExactly("cpu", "memory", "running-tasks", "target-5xx", "unhealthy-targets");
        assertThat(signals.get(2).objective()).contains(Signal.Objective.atLeast(2));
        assertThat(signals.get(3).dimensions()).containsOnlyKeys("LoadBalancer", "TargetGroup");
        assertThat(signals).allSatisfy(signal -> assertThat(signal.source()).isEqualTo("orders"));
    }

    @Test
    void nobody_is_woken_when_a_schedule_or_an_empty_queue_takes_tasks_away() {
        var queue = MessageQueue.fromExisting(
                "inbound",
                ExistingQueueArgs.builder()
                        .arn("arn:aws:sqs:x:1:inbound")
                        .url("https://q")
                        .build());
        var night = Services.worker()
                .cluster(Services.cluster(ContainerInsights.ENHANCED))
                .scaling(scaling -> scaling.minCapacity(4).maxCapacity(9).schedule("night", at -> at.schedule(
                                "cron(0 20 * * ? *)")
                        .minCapacity(1)));
        var idle = Services.worker()
                .cluster(Services.cluster(ContainerInsights.ENHANCED))
                .scaling(scaling -> scaling.minCapacity(0).maxCapacity(9).backlogPerTask(queue, 10));

        graph(night, service -> assertThat(service.signals().get(2).objective()).contains(Signal.Objective.atLeast(1)));
        graph(idle, service -> assertThat(service.signals().stream().map(Signal::name))
                .containsExactly("cpu", "memory"));
    }

    @Test
    void without_container_insights_nobody_counts_the_tasks() {
        graph(Services.worker(), service -> assertThat(
                        service.signals().stream().map(Signal::name))
                .containsExactly("cpu", "memory"));
    }

    @Test
    void says_where_it_is_reached_and_how_it_is_called() {
        graph(Services.routed(), service -> {
            assertThat(PulumiTest.extractValue(service.url().orElseThrow())).isEqualTo("https://example.com/orders/");
            assertThat(PulumiTest.extractValue(service.serviceName())).startsWith("orders-");
            assertThat(PulumiTest.extractValue(service.logGroupName())).startsWith("orders-");
            assertThat(PulumiTest.extractValue(service.taskDefinitionArn())).contains(":task-definition/");
            assertThat(PulumiTest.extractValue(service.taskRoleName())).startsWith("orders-task-");
            assertThat(PulumiTest.extractValue(service.securityGroupId())).startsWith("sg-");
        });
        graph(Services.worker(), service -> assertThat(service.url()).isEmpty());
    }

    @Test
    void registers_nothing_when_an_option_is_at_fault() {
        var recording = Recording.failing(context -> new FargateService(
                "orders", Services.worker().taskSize(new TaskSize(1, 1)).build()));

        assertThat(recording.failure()).startsWith("FargateService \"orders\": taskSize is 1/1");
        assertThat(recording.graph().all()).isEmpty();
    }

    @Test
    void reports_its_violations_together_with_those_of_its_users() {
        var failure = Recording.failing(context -> {
                    var faulty = new FargateService(
                            "orders",
                            Services.routed()
                                    .taskSize(new TaskSize(1, 1))
                                    .serviceConnect(connect -> connect.server(true))
                                    .scaling(scaling -> {})
                                    .build());
                    assertThat(faulty.signals()).extracting(Signal::name).contains("target-5xx");
                    assertThat(faulty.url()).isPresent();
                    context.export("service", faulty.serviceName());
                    new FargateService(
                            "web", Services.worker().uses(faulty.call()).port(0).build());
                })
                .failure();

        assertThat(failure)
                .contains("FargateService \"orders\": taskSize is 1/1")
                .contains("FargateService \"orders\": scaling.maxCapacity is missing")
                .contains("FargateService \"web\": uses is a call of orders")
                .contains("FargateService \"web\": port is 0");
    }

    @Test
    void reports_a_missing_cluster_and_network_when_others_ask_for_its_outputs() {
        var failure = Recording.failing(context -> {
                    var faulty = new FargateService(
                            "orders", FargateServiceArgs.builder().build());
                    assertThat(faulty.signals()).extracting(Signal::name).containsExactly("cpu", "memory");
                    context.export("logs", faulty.logGroupName());
                    context.export("group", faulty.securityGroupId());
                    faulty.call();
                })
                .failure();

        assertThat(failure)
                .contains("FargateService \"orders\": cluster is missing")
                .contains("FargateService \"orders\": network is missing")
                .contains("FargateService \"orders\": serviceConnect.server is missing");
    }
}

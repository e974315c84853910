package dev.ashlar.compute.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.pulumi.core.Output;
import dev.ashlar.compute.FargateService;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.HealthCheckArgs;
import dev.ashlar.compute.LoadBalancingAlgorithm;
import dev.ashlar.compute.ServiceScaling;
import dev.ashlar.compute.Services;
import dev.ashlar.compute.TaskSize;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Binding;
import dev.ashlar.core.Profile;
import dev.ashlar.core.SecretReference;
import dev.ashlar.core.Violation;
import dev.ashlar.network.ExistingNetworkArgs;
import dev.ashlar.network.Vpc;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FargateServiceCheckTest {

    private static List<String> faults(String name, FargateServiceArgs.Builder args) {
        return FargateService.check(name, args.build()).all().stream()
                .map(Violation::message)
                .toList();
    }

    private static List<String> faults(FargateServiceArgs.Builder args) {
        return faults("orders", args);
    }

    private static List<String> scaling(Consumer<ServiceScaling.Builder> options) {
        return faults(Services.routed().scaling(options));
    }

    private static List<String> healthCheck(Consumer<HealthCheckArgs.Builder> options) {
        return faults(Services.routed().healthCheck(options));
    }

    @Test
    void accepts_a_worker_and_a_routed_service() {
        assertThat(faults(Services.worker())).isEmpty();
        assertThat(faults(Services.routed())).isEmpty();
    }

    @Test
    void says_everything_that_is_missing_at_once() {
        assertThat(faults(FargateServiceArgs.builder()))
                .containsExactly(
                        "FargateService \"orders\": cluster is missing, but a task runs on a cluster; give a"
                                + " ServiceCluster, or ServiceCluster.fromExisting.",
                        "FargateService \"orders\": network is missing, but the tasks need subnets to run in; give a Vpc,"
                                + " or Vpc.fromExisting.",
                        "FargateService \"orders\": image is missing, but a container runs an image; give one, such as"
                                + " repository.image(tag).");
    }

    @Test
    void refuses_a_pool_that_would_keep_a_pausing_database_awake() {
        var pausing =
                Binding.builder().from(Services.database()).pausesWhenIdle(true).build();

        assertThat(faults(Services.worker().uses(pausing)))
                .containsExactly(
                        "FargateService \"orders\": uses is database, which pauses when nobody is connected, but a"
                                + " connection pool that stays open would keep it awake for ever; let the pool close idle"
                                + " connections and say so with closesIdleConnections(true), or give the database a minCapacity"
                                + " above 0.");
        assertThat(faults(Services.worker().uses(pausing).closesIdleConnections(true)))
                .isEmpty();
        assertThat(faults(Services.worker().uses(Services.database()))).isEmpty();
    }

    @Test
    void names_the_nearest_size_that_fargate_has() {
        assertThat(faults(Services.worker().taskSize(new TaskSize(512, 700))))
                .containsExactly(
                        "FargateService \"orders\": taskSize is 512/700, but Fargate has no such size; nearest:"
                                + " 512/1024.");
    }

    @Test
    void a_routed_service_has_a_shorter_name_because_of_its_target_group() {
        var name = "consolidated-orders-api-v2";

        assertThat(faults(name, Services.worker())).isEmpty();
        assertThat(faults(name, Services.routed())).singleElement(STRING).contains("26 characters long", "leaves 24");
    }

    @Test
    void a_route_needs_a_port() {
        assertThat(faults(Services.worker().route(Services.route())))
                .containsExactly(
                        "FargateService \"orders\": port is missing, but a route needs the port that the container"
                                + " listens on; give the port, such as 8080.");
    }

    @Test
    void refuses_a_network_in_which_a_task_could_not_start_and_names_both_sides() {
        var closed = Vpc.fromExisting(
                "legacy",
                ExistingNetworkArgs.builder()
                        .vpcId("vpc-1")
                        .privateSubnetIds("subnet-1", "subnet-2")
                        .internetAccess(false)
                        .addEndpoints(AwsService.ECR_API, AwsService.S3, AwsService.CLOUDWATCH_LOGS)
                        .build());

        assertThat(faults(Services.worker().network(closed)))
                .singleElement(STRING)
                .startsWith("FargateService \"orders\": network is Vpc.fromExisting \"legacy\"")
                .contains("no way to ecr.dkr;");
    }

    @Test
    void refuses_a_variable_that_is_set_twice() {
        assertThat(faults(Services.worker().uses(Services.database()).putEnvironment("DATABASE_HOST", "localhost")))
                .singleElement(STRING)
                .contains("uses is a binding to database that sets DATABASE_HOST");
        assertThat(faults(Services.worker()
                        .putEnvironment("TOKEN", "x")
                        .putSecrets("TOKEN", SecretReference.of(Output.of("arn")))))
                .containsExactly("FargateService \"orders\": secrets is TOKEN, but the environment option sets the same"
                        + " variable; keep one of the two.");
    }

    @Test
    void refuses_a_number_of_tasks_that_ecs_does_not_allow() {
        assertThat(faults(Services.worker().desiredCount(-1)))
                .singleElement(STRING)
                .contains("desiredCount is -1", "0 to 5,000");
        assertThat(faults(Services.worker().desiredCount(5001))).hasSize(1);
    }

    @Test
    void refuses_a_share_of_spot_capacity_that_is_none() {
        var profile = Profile.builder().from(Profile.DEV).spotPercentage(120).build();

        assertThat(faults(Services.worker().profile(profile))).isEmpty();
        assertThat(faults(Services.worker().profile(profile).interruptible(true)))
                .singleElement(STRING)
                .contains("profile.spotPercentage is 120");
    }

    @Test
    void scaling_needs_a_limit_that_leaves_room() {
        assertThat(scaling(scaling -> {})).singleElement(STRING).contains("scaling.maxCapacity is missing");
        assertThat(scaling(scaling -> scaling.minCapacity(4).maxCapacity(3)))
                .containsExactly(
                        "FargateService \"orders\": scaling.maxCapacity is 3, but at least 4 tasks run; use 4 or"
                                + " more.");
        assertThat(scaling(scaling -> scaling.maxCapacity(1)))
                .singleElement(STRING)
                .contains("at least 2 tasks run");
        assertThat(scaling(scaling -> scaling.minCapacity(-1).maxCapacity(3)))
                .singleElement(STRING)
                .contains("scaling.minCapacity is -1");
        assertThat(scaling(scaling -> scaling.maxCapacity(5001)))
                .singleElement(STRING)
                .contains("scaling.maxCapacity is 5001");
    }

    @Test
    void refuses_targets_that_no_metric_can_reach() {
        assertThat(scaling(scaling -> scaling.maxCapacity(9).cpuPercent(101))).hasSize(1);
        assertThat(scaling(scaling -> scaling.maxCapacity(9).memoryPercent(0))).hasSize(1);
        assertThat(scaling(scaling -> scaling.maxCapacity(9).requestsPerTarget(0)))
                .hasSize(1);
        assertThat(scaling(scaling -> scaling.maxCapacity(9).scaleInCooldown(Duration.ofMillis(1500))))
                .singleElement(STRING)
                .contains("scaling.scaleInCooldown is PT1.5S", "whole seconds");
        assertThat(scaling(scaling -> scaling.maxCapacity(9).scaleOutCooldown(Duration.ofHours(2))))
                .hasSize(1);
    }

    @Test
    void only_a_routed_service_can_follow_its_requests() {
        assertThat(faults(Services.worker()
                        .scaling(scaling -> scaling.maxCapacity(9).requestsPerTarget(100))))
                .singleElement(STRING)
                .contains("only a load balancer counts requests");
    }

    @Test
    void refuses_health_checks_that_a_load_balancer_cannot_do() {
        assertThat(healthCheck(check -> check.path("health")))
                .singleElement(STRING)
                .contains("healthCheck.path is \"health\"", "starts with a slash");
        assertThat(healthCheck(check -> check.path("/" + "x".repeat(1024)))).hasSize(1);
        assertThat(healthCheck(check -> check.matcher("5xx")))
                .singleElement(STRING)
                .contains("healthCheck.matcher");
        assertThat(healthCheck(check -> check.matcher("200-299,302"))).isEmpty();
        assertThat(healthCheck(check -> check.interval(Duration.ofSeconds(301))))
                .hasSize(1);
        assertThat(healthCheck(check -> check.timeout(Duration.ofSeconds(1)))).hasSize(1);
        assertThat(healthCheck(check -> check.timeout(Duration.ofSeconds(15))))
                .containsExactly(
                        "FargateService \"orders\": healthCheck.timeout is PT15S, but the next check comes after"
                                + " PT15S; use a time shorter than the interval.");
        assertThat(healthCheck(check -> check.healthyThreshold(1))).hasSize(1);
        assertThat(healthCheck(check -> check.unhealthyThreshold(11))).hasSize(1);
        assertThat(healthCheck(check -> check.gracePeriod(Duration.ofSeconds(-1))))
                .hasSize(1);
    }

    @Test
    void a_worker_s_health_check_is_nobody_s_matter() {
        assertThat(faults(Services.worker().healthCheck(check -> check.path("health"))))
                .isEmpty();
    }

    @Test
    void slow_start_has_limits_and_one_algorithm() {
        assertThat(faults(Services.routed().slowStart(Duration.ofSeconds(30)))).isEmpty();
        assertThat(faults(Services.routed().slowStart(Duration.ofSeconds(10))))
                .singleElement(STRING)
                .contains("slowStart is PT10S", "30 to 900");
        assertThat(faults(Services.routed()
                        .slowStart(Duration.ofSeconds(30))
                        .loadBalancingAlgorithm(LoadBalancingAlgorithm.LEAST_OUTSTANDING_REQUESTS)))
                .singleElement(STRING)
                .contains("no slow start with LEAST_OUTSTANDING_REQUESTS");
    }

    @Test
    void refuses_to_drain_longer_than_fargate_waits() {
        assertThat(faults(Services.worker().drain(Duration.ofSeconds(110)))).isEmpty();
        assertThat(faults(Services.worker().drain(Duration.ofSeconds(111))))
                .containsExactly(
                        "FargateService \"orders\": drain is PT1M51S, but a container gets 10 seconds more to stop,"
                                + " and Fargate kills it after 120 seconds at the latest; use 0 to 110 whole seconds.");
    }

    @Test
    void rejects_keys_that_are_given_twice() {
        var args = Services.worker()
                .taskSize(new TaskSize(1024, 2048))
                .sidecar("agent", agent -> agent.image(Services.image("agent")))
                .sidecar("agent", agent -> agent.image(Services.image("other")))
                .initContainer("prepare", prepare -> prepare.image(Services.image("prepare")))
                .initContainer("prepare", prepare -> prepare.image(Services.image("other")))
                .fireLens(logs -> logs.option("Name", "datadog").option("Name", "kinesis_firehose"))
                .scaling(scaling -> scaling.maxCapacity(4)
                        .schedule("night", at -> at.schedule("rate(1 day)").minCapacity(1))
                        .schedule("night", at -> at.schedule("rate(1 day)").minCapacity(2)));

        assertThat(faults(args))
                .containsExactly(
                        "FargateService \"orders\": fireLens.options is \"Name\" a second time, but it would replace the"
                                + " first; use another name.",
                        "FargateService \"orders\": sidecars is \"agent\" a second time, but it would replace the first;"
                                + " use another name.",
                        "FargateService \"orders\": initContainers is \"prepare\" a second time, but it would replace the"
                                + " first; use another name.",
                        "FargateService \"orders\": scaling.schedules is \"night\" a second time, but it would replace the"
                                + " first; use another name.");
    }

    @Test
    void changes_a_copy_of_the_options_only() {
        var args = Services.routed().build();
        var copy = args.toBuilder().desiredCount(7).build();

        assertThat(copy.desiredCount()).isEqualTo(7);
        assertThat(copy.route()).isEqualTo(args.route());
        assertThat(args.desiredCount()).isEqualTo(2);
    }

    @Test
    void refuses_times_that_cannot_be_meant() {
        assertThat(faults(Services.worker().steadyStateTimeout(Duration.ofSeconds(5))))
                .hasSize(1);
        assertThat(faults(Services.worker().logRetention(Duration.ofDays(8))))
                .singleElement(STRING)
                .contains("logRetention is PT192H");
    }
}

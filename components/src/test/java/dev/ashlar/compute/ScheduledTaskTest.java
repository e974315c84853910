package dev.ashlar.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import dev.ashlar.core.CpuArchitecture;
import dev.ashlar.core.Profile;
import dev.ashlar.core.Signal;
import dev.ashlar.graph.GraphDifference;
import dev.ashlar.graph.GraphResource;
import dev.ashlar.graph.ResourceGraph;
import dev.ashlar.preflight.testkit.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ScheduledTaskTest {

    private static final String SCHEDULE = "aws:scheduler/schedule:Schedule";
    private static final String TASK_DEFINITION = "aws:ecs/taskDefinition:TaskDefinition";
    private static final String FAMILY =
            "arn:aws:ecs:eu-central-1:000000000000:task-definition/project-stack-report_scheduled";

    private static ResourceGraph graph(ScheduledTaskArgs.Builder args) {
        return graph(args, task -> {});
    }

    private static ResourceGraph graph(ScheduledTaskArgs.Builder args, Consumer<ScheduledTask> use) {
        return Recording.of(context -> use.accept(new ScheduledTask("report", args.build())))
                .graph();
    }

    private static GraphResource schedule(ScheduledTaskArgs.Builder args) {
        return graph(args).resource(SCHEDULE, "report");
    }

    private static JsonNode json(ResourceGraph graph, String type, String name, String property) throws Exception {
        return new ObjectMapper()
                .readTree(String.valueOf(graph.resource(type, name).input(property)));
    }

    @Test
    void is_a_task_a_schedule_and_a_queue_of_failed_runs() {
        var graph = graph(Tasks.scheduled());

        assertThat(graph.children(graph.resource("ashlar:compute:ScheduledTask", "report")).stream()
                        .map(child -> child.type() + " " + child.name()))
                .containsExactly(
                        "aws:cloudwatch/eventRule:EventRule report-failed",
                        "aws:cloudwatch/eventTarget:EventTarget report-failed",
                        "aws:cloudwatch/logGroup:LogGroup report",
                        "aws:ec2/securityGroup:SecurityGroup report",
                        "aws:ecs/taskDefinition:TaskDefinition report",
                        "aws:iam/role:Role report-execution",
                        "aws:iam/role:Role report-scheduler",
                        "aws:iam/role:Role report-task",
                        "aws:iam/rolePolicy:RolePolicy report-execution",
                        "aws:iam/rolePolicy:RolePolicy report-scheduler",
                        "aws:scheduler/schedule:Schedule report",
                        "aws:scheduler/scheduleGroup:ScheduleGroup report",
                        "aws:sqs/queue:Queue report-failed",
                        "aws:sqs/queuePolicy:QueuePolicy report-failed",
                        "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule report-https-out");
    }

    @Test
    void runs_on_time_in_utc_by_default() {
        var schedule = schedule(Tasks.scheduled());

        assertThat(schedule.input("scheduleExpression")).isEqualTo("cron(0 3 * * ? *)");
        assertThat(schedule.input("scheduleExpressionTimezone")).isEqualTo("UTC");
        assertThat(schedule.input("flexibleTimeWindow")).isEqualTo(Map.of("mode", "OFF"));
        assertThat(schedule.input("state")).isEqualTo("ENABLED");
        assertThat(schedule.input("target.retryPolicy"))
                .isEqualTo(Map.of("maximumEventAgeInSeconds", 3600, "maximumRetryAttempts", 185));
    }

    @Test
    void runs_when_where_and_as_often_as_it_is_told() {
        var schedule = schedule(Tasks.scheduled()
                .scheduleExpression("rate(15 minutes)")
                .scheduleExpressionTimezone("Europe/Berlin")
                .flexibleTimeWindow(Duration.ofMinutes(10))
                .maximumEventAge(Duration.ofMinutes(5))
                .maximumRetryAttempts(3)
                .taskCount(2));

        assertThat(schedule.input("scheduleExpression")).isEqualTo("rate(15 minutes)");
        assertThat(schedule.input("scheduleExpressionTimezone")).isEqualTo("Europe/Berlin");
        assertThat(schedule.input("flexibleTimeWindow"))
                .isEqualTo(Map.of("mode", "FLEXIBLE", "maximumWindowInMinutes", 10));
        assertThat(schedule.input("target.retryPolicy"))
                .isEqualTo(Map.of("maximumEventAgeInSeconds", 300, "maximumRetryAttempts", 3));
        assertThat(schedule.input("target.ecsParameters.taskCount")).isEqualTo(2);
    }

    @Test
    void a_disabled_task_exists_and_does_not_run() {
        assertThat(schedule(Tasks.scheduled().enabled(false)).input("state")).isEqualTo("DISABLED");
    }

    @Test
    void runs_in_private_subnets_of_its_cluster() {
        var target = schedule(Tasks.scheduled());

        assertThat(target.input("target.arn")).isEqualTo(Tasks.CLUSTER_ARN);
        assertThat(target.input("target.ecsParameters.networkConfiguration.subnets"))
                .isEqualTo(List.of("subnet-1", "subnet-2"));
        assertThat(target.input("target.ecsParameters.networkConfiguration.assignPublicIp"))
                .isEqualTo(false);
        assertThat(target.input("target.ecsParameters.taskDefinitionArn"))
                .asString()
                .startsWith(FAMILY + ":");
        assertThat(target.input("target.ecsParameters.enableEcsManagedTags")).isEqualTo(true);
        assertThat(target.input("target.ecsParameters.propagateTags")).isEqualTo("TASK_DEFINITION");
    }

    @Test
    void a_run_on_spot_needs_leave_and_an_environment_with_a_share_for_it() {
        assertThat(provider(Tasks.scheduled().profile(Profile.DEV))).isEqualTo("FARGATE");
        assertThat(provider(Tasks.scheduled().interruptible(true))).isEqualTo("FARGATE");
        assertThat(provider(Tasks.scheduled().interruptible(true).profile(Profile.DEV)))
                .isEqualTo("FARGATE_SPOT");
    }

    private static Object provider(ScheduledTaskArgs.Builder args) {
        return schedule(args).input("target.ecsParameters.capacityProviderStrategies[0].capacityProvider");
    }

    @Test
    void the_scheduler_may_start_this_task_on_this_cluster_and_nothing_else() throws Exception {
        var graph = graph(Tasks.scheduled());
        var policy = json(graph, "aws:iam/rolePolicy:RolePolicy", "report-scheduler", "policy");

        assertThat(policy.get("Statement").toString())
                .isEqualTo("[{\"Action\":[\"ecs:RunTask\"],\"Condition\":{\"ArnEquals\":{\"ecs:cluster\":\"%1$s\"}},"
                                .formatted(Tasks.CLUSTER_ARN)
                        + "\"Effect\":\"Allow\",\"Resource\":[\"%s:*\"]},".formatted(FAMILY)
                        + "{\"Action\":[\"iam:PassRole\"],\"Condition\":{\"StringEquals\":"
                        + "{\"iam:PassedToService\":\"ecs-tasks.amazonaws.com\"}},\"Effect\":\"Allow\","
                        + "\"Resource\":[\"%s\",\"%s\"]},"
                                .formatted(role(graph, "report-execution"), role(graph, "report-task"))
                        + "{\"Action\":[\"ecs:TagResource\"],\"Condition\":{\"StringEquals\":"
                        + "{\"ecs:CreateAction\":\"RunTask\"}},\"Effect\":\"Allow\","
                        + "\"Resource\":[\"arn:aws:ecs:eu-central-1:000000000000:task/main/*\"]},"
                        + "{\"Action\":[\"sqs:SendMessage\"],\"Effect\":\"Allow\",\"Resource\":[\"%s\"]}]"
                                .formatted(queue(graph).output("arn")));
        assertThat(json(graph, "aws:iam/role:Role", "report-scheduler", "assumeRolePolicy")
                        .toString())
                .contains("\"Service\":\"scheduler.amazonaws.com\"", "\"aws:SourceAccount\":\"000000000000\"");
    }

    private static Object role(ResourceGraph graph, String name) {
        return graph.resource("aws:iam/role:Role", name).output("arn");
    }

    private static GraphResource queue(ResourceGraph graph) {
        return graph.resource("aws:sqs/queue:Queue", "report-failed");
    }

    @Test
    void starts_only_when_its_ways_and_permissions_stand() {
        var graph = graph(Tasks.scheduled().uses(Services.database()));

        assertThat(graph.resource(SCHEDULE, "report").dependencies().toString())
                .contains(
                        "RolePolicy::report-execution",
                        "RolePolicy::report-scheduler",
                        "RolePolicy::report-to-database",
                        "SecurityGroupEgressRule::report-to-database",
                        "SecurityGroupIngressRule::report-to-database",
                        "SecurityGroupEgressRule::report-https-out");
    }

    @Test
    void a_run_that_could_not_start_leaves_a_message() {
        var graph = graph(Tasks.scheduled());

        assertThat(graph.resource(SCHEDULE, "report").input("target.deadLetterConfig.arn"))
                .isEqualTo(queue(graph).output("arn"));
        assertThat(queue(graph).input("messageRetentionSeconds")).isEqualTo(14 * 86400);
        assertThat(queue(graph).input("sqsManagedSseEnabled")).isEqualTo(true);
    }

    @Test
    void a_run_that_ended_badly_leaves_a_message() throws Exception {
        var graph = graph(Tasks.scheduled()
                .initContainer("prepare", container -> container.image(Services.image("prepare")))
                .sidecar("agent", container -> container.image(Services.image("agent"))));

        assertThat(json(graph, "aws:cloudwatch/eventRule:EventRule", "report-failed", "eventPattern")
                        .toString())
                .isEqualTo("{\"detail\":{\"$or\":[{\"containers\":{\"exitCode\":[{\"anything-but\":[0]}],"
                        + "\"name\":[\"app\",\"prepare\"]}},"
                        + "{\"stopCode\":[\"TaskFailedToStart\",\"SpotInterruption\",\"TerminationNotice\"]}],"
                        + "\"clusterArn\":[\"%s\"],\"lastStatus\":[\"STOPPED\"],".formatted(Tasks.CLUSTER_ARN)
                        + "\"taskDefinitionArn\":[{\"prefix\":\"%s:\"}]},".formatted(FAMILY)
                        + "\"detail-type\":[\"ECS Task State Change\"],\"source\":[\"aws.ecs\"]}");
        assertThat(graph.resource("aws:cloudwatch/eventTarget:EventTarget", "report-failed")
                        .input("arn"))
                .isEqualTo(queue(graph).output("arn"));
        var rule = graph.resource("aws:cloudwatch/eventRule:EventRule", "report-failed");
        assertThat(json(graph, "aws:sqs/queuePolicy:QueuePolicy", "report-failed", "policy")
                        .toString())
                .contains("\"Service\":\"events.amazonaws.com\"")
                .contains("\"aws:SourceArn\":\"%s\"".formatted(rule.output("arn")))
                .contains("\"aws:SecureTransport\":\"false\"");
    }

    @Test
    void is_watched_by_the_runs_that_failed_and_those_that_never_started() {
        graph(Tasks.scheduled(), task -> {
            assertThat(task.signals())
                    .extracting(Signal::source, Signal::name, Signal::namespace, Signal::metric)
                    .containsExactly(
                            tuple("report", "failed-runs", "AWS/SQS", "ApproximateNumberOfMessagesVisible"),
                            tuple("report", "dropped-runs", "AWS/Scheduler", "InvocationDroppedCount"));
            assertThat(task.signals())
                    .allSatisfy(signal -> assertThat(signal.objective()).contains(Signal.Objective.atMost(0)));
            assertThat(value(task.signals().get(1).dimensions().get("ScheduleGroup")))
                    .startsWith("report");
        });
    }

    @Test
    void the_failed_runs_can_be_read_by_somebody_else() {
        var graph = graph(Tasks.scheduled(), task -> {
            assertThat(task.failedRuns().consume().environment()).containsOnlyKeys("REPORT_FAILED_QUEUE_URL");
            assertThat(value(task.failedRuns().arn())).contains(":sqs:");
        });

        assertThat(queue(graph).name()).isEqualTo("report-failed");
    }

    @Test
    void hands_out_what_others_may_need() {
        graph(Tasks.scheduled(), task -> {
            assertThat(value(task.scheduleName())).startsWith("report");
            assertThat(value(task.taskDefinitionArn())).startsWith(FAMILY + ":");
            assertThat(value(task.logGroupName())).startsWith("report");
            assertThat(value(task.securityGroupId())).startsWith("sg-");
            assertThat(value(task.taskRoleName())).startsWith("report-task");
        });
    }

    @Test
    void is_built_like_the_task_of_a_service() throws Exception {
        var graph = graph(Tasks.scheduled()
                .taskSize(new TaskSize(1024, 2048))
                .architecture(CpuArchitecture.ARM64)
                .command("report", "--all")
                .stopTimeout(Duration.ofSeconds(90))
                .uses(Services.database())
                .putTags("team", "finance"));

        var definition = graph.resource(TASK_DEFINITION, "report");
        assertThat(definition.input("cpu")).isEqualTo("1024");
        assertThat(definition.input("runtimePlatform.cpuArchitecture")).isEqualTo("ARM64");
        assertThat(definition.input("skipDestroy")).isEqualTo(true);
        assertThat(definition.input("tags.team")).isEqualTo("finance");
        var app = json(graph, TASK_DEFINITION, "report", "containerDefinitions").get(0);
        assertThat(app.get("command").toString()).isEqualTo("[\"report\",\"--all\"]");
        assertThat(app.get("stopTimeout").asInt()).isEqualTo(90);
        assertThat(app.get("secrets").toString()).contains("DATABASE_PASSWORD");
        assertThat(graph.edges().toString()).contains("report", "database");
    }

    @Test
    void people_may_look_inside_only_when_asked() {
        assertThat(schedule(Tasks.scheduled()).input("target.ecsParameters.enableExecuteCommand"))
                .isEqualTo(false);
        var graph = graph(Tasks.scheduled().enableExecuteCommand(true));
        assertThat(graph.resource(SCHEDULE, "report").input("target.ecsParameters.enableExecuteCommand"))
                .isEqualTo(true);
        assertThat(graph.names("aws:iam/rolePolicy:RolePolicy")).contains("report-exec");
    }

    @Test
    void is_previewed_before_anything_exists() {
        var graph = Recording.preview(context -> new ScheduledTask(
                        "report", Tasks.scheduled().uses(Services.database()).build()))
                .graph();

        assertThat(graph.names(SCHEDULE)).containsExactly("report");
    }

    @Test
    void a_task_more_only_adds() {
        var before = graph(Tasks.scheduled());
        var after = Recording.of(context -> {
                    new ScheduledTask("report", Tasks.scheduled().build());
                    new ScheduledTask("cleanup", Tasks.scheduled().build());
                })
                .graph();

        assertThat(GraphDifference.between(before, after)).matches(GraphDifference::onlyAdds, "only adds");
    }

    private static String value(Output<String> output) {
        return PulumiTest.extractValue(output);
    }

    @Test
    void a_service_a_task_and_a_migration_of_one_name_have_histories_of_their_own() {
        var graph = Recording.of(context -> {
                    new FargateService("orders", Services.worker().build());
                    new ScheduledTask("orders", Tasks.scheduled().build());
                    new MigrationTask("orders", Tasks.migration().build());
                })
                .graph();

        assertThat(graph.ofType("aws:ecs/taskDefinition:TaskDefinition").stream()
                        .map(definition -> definition.input("family")))
                .containsExactlyInAnyOrder(
                        "project-stack-orders", "project-stack-orders_scheduled", "project-stack-orders_migration");
    }

    @Test
    void reports_its_violations_together_with_those_of_its_users() {
        var failure = Recording.failing(context -> {
                    var faulty = new ScheduledTask(
                            "report", Tasks.scheduled().taskCount(0).build());
                    assertThat(faulty.signals()).hasSize(2);
                    context.export("schedule", faulty.scheduleName());
                    new FargateService(
                            "inspector",
                            Services.worker()
                                    .uses(faulty.failedRuns().consume())
                                    .port(0)
                                    .build());
                })
                .failure();

        assertThat(failure)
                .contains("ScheduledTask \"report\": taskCount is 0")
                .contains("FargateService \"inspector\": port is 0");
    }
}

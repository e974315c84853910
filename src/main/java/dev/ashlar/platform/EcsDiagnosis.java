package dev.ashlar.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ashlar.compute.FailedRollout;
import dev.ashlar.compute.RolloutDiagnosis;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Explains why a deployment was rolled back, from ECS and CloudWatch Logs: the events of the service, why the last task
 * of the new revision stopped, and the last lines that it logged.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-errors.html">View Amazon ECS
 *     stopped task errors</a>
 */
final class EcsDiagnosis implements RolloutDiagnosis {

    private static final int EVENTS = 5;
    private static final int LOG_LINES = 10;

    // Events of every deployment, successful or not.
    private static final Pattern USUAL = Pattern.compile(
            "reached a steady state|has started \\d+ tasks|has stopped \\d+ running|registered \\d+ targets|begun draining");

    private final AwsCommand aws;

    EcsDiagnosis(AwsCommand aws) {
        this.aws = aws;
    }

    @Override
    public String explain(FailedRollout failed) {
        var region = failed.requested().split(":", -1)[3];
        var lines = new ArrayList<String>();
        events(region, failed).forEach(event -> lines.add("ECS: " + event));
        var task = lastTask(region, failed);
        stopReasons(task).forEach(reason -> lines.add("Task: " + reason));
        if (!task.isMissingNode()) {
            logLines(region, failed, task).forEach(line -> lines.add("Log: " + line));
        }
        return lines.isEmpty() ? "ECS reports no reason." : "Why:\n" + String.join("\n", lines);
    }

    private List<String> events(String region, FailedRollout failed) {
        var services = aws.ask(
                region, "ecs", "describe-services", "--cluster", failed.cluster(), "--services", failed.service());
        return items(services.at("/services/0/events"))
                .map(event -> event.path("message").asText())
                .filter(message -> !USUAL.matcher(message).find())
                .limit(EVENTS)
                .toList();
    }

    /** Returns the task of the new revision that stopped last. ECS lists stopped tasks for about an hour. */
    private JsonNode lastTask(String region, FailedRollout failed) {
        var stopped = aws.ask(
                region,
                "ecs",
                "list-tasks",
                "--cluster",
                failed.cluster(),
                "--service-name",
                failed.service(),
                "--desired-status",
                "STOPPED");
        var arns = items(stopped.path("taskArns")).map(JsonNode::asText).toList();
        if (arns.isEmpty()) {
            return MissingNode.getInstance();
        }
        var command = new ArrayList<>(List.of("ecs", "describe-tasks", "--cluster", failed.cluster(), "--tasks"));
        command.addAll(arns);
        return items(aws.ask(region, command.toArray(String[]::new)).path("tasks"))
                .filter(task -> task.path("taskDefinitionArn").asText().equals(failed.requested()))
                .max((one, other) -> one.path("stoppedAt")
                        .asText()
                        .compareTo(other.path("stoppedAt").asText()))
                .orElse(MissingNode.getInstance());
    }

    private static List<String> stopReasons(JsonNode task) {
        var reasons = new ArrayList<String>();
        if (task.hasNonNull("stoppedReason")) {
            reasons.add(task.get("stoppedReason").asText());
        }
        items(task.path("containers")).forEach(container -> {
            var facts = new ArrayList<String>();
            if (container.hasNonNull("exitCode")) {
                facts.add("exit code " + container.get("exitCode").asText());
            }
            if (container.path("healthStatus").asText().equals("UNHEALTHY")) {
                facts.add("unhealthy");
            }
            if (container.hasNonNull("reason")) {
                facts.add(container.get("reason").asText());
            }
            if (!facts.isEmpty()) {
                reasons.add("container %s: %s".formatted(container.path("name").asText(), String.join(", ", facts)));
            }
        });
        return reasons;
    }

    private Stream<String> logLines(String region, FailedRollout failed, JsonNode task) {
        var arn = task.path("taskArn").asText();
        var stream = "ecs/app/" + arn.substring(arn.lastIndexOf('/') + 1);
        try {
            var events = aws.ask(
                    region,
                    "logs",
                    "get-log-events",
                    "--log-group-name",
                    failed.logGroup(),
                    "--log-stream-name",
                    stream,
                    "--limit",
                    String.valueOf(LOG_LINES));
            return items(events.path("events"))
                    .map(event -> event.path("message").asText());
        } catch (IllegalStateException e) {
            // A container that never started has no log stream.
            return Stream.empty();
        }
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}

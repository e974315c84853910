package dev.ashlar.preflight.sandbox.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.preflight.sandbox.value.PropertyPath;
import dev.ashlar.preflight.testkit.Sandbox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of compute and traffic resources that the provider or AWS accepts or rejects: regressions of the tables. */
class ComputeAndTrafficRulesTest {

    private static final Map<String, Map<String, Object>> WHOLE = Map.of(
            "cloudwatch/metricAlarm:MetricAlarm",
                    Map.of(
                            "comparisonOperator", "GreaterThanThreshold",
                            "evaluationPeriods", 1,
                            "threshold", 1,
                            "metricName", "Errors",
                            "namespace", "AWS/Lambda",
                            "statistic", "Sum",
                            "period", 60),
            "cloudwatch/eventRule:EventRule", Map.of("scheduleExpression", "rate(5 minutes)"),
            "lb/targetGroup:TargetGroup", Map.of("port", 80, "protocol", "HTTP", "vpcId", "vpc-1"),
            "lb/loadBalancer:LoadBalancer", Map.of("subnets", List.of("subnet-1", "subnet-2")),
            "lambda/function:Function",
                    Map.of(
                            "role", "arn:aws:iam::000000000000:role/f",
                            "handler", "f.handler",
                            "runtime", "java21",
                            "s3Bucket", "code",
                            "s3Key", "f.zip"),
            "lambda/eventSourceMapping:EventSourceMapping",
                    Map.of("functionName", "f", "eventSourceArn", "arn:aws:sqs:eu-central-1:000000000000:orders"),
            "ecs/service:Service", Map.of("taskDefinition", "orders:1", "launchType", "EC2"),
            "ecr/repository:Repository", Map.of(),
            "apigatewayv2/api:Api", Map.of("protocolType", "HTTP"),
            "sfn/stateMachine:StateMachine",
                    Map.of(
                            "definition", "{\"StartAt\":\"a\",\"States\":{}}",
                            "roleArn", "arn:aws:iam::000000000000:role/s"));

    @RegisterExtension
    static final Sandbox sandbox = Sandbox.in("eu-central-1");

    /** Columns: type, property, value, accepted or rejected. */
    @ParameterizedTest(name = "{0}.{1} = {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            cloudwatch/metricAlarm:MetricAlarm | period | 20 | accepted
            cloudwatch/metricAlarm:MetricAlarm | period | 40 | rejected
            cloudwatch/metricAlarm:MetricAlarm | period | 90 | rejected
            cloudwatch/metricAlarm:MetricAlarm | period | 120 | accepted
            cloudwatch/metricAlarm:MetricAlarm | alarmActions[0] | arn:aws:automate:eu-central-1:ec2:recover | accepted
            cloudwatch/metricAlarm:MetricAlarm | insufficientDataActions[0] | orders | rejected
            cloudwatch/metricAlarm:MetricAlarm | namespace | :orders | rejected
            cloudwatch/eventRule:EventRule | isEnabled | true | accepted
            lb/targetGroup:TargetGroup | slowStart | 0 | accepted
            lb/targetGroup:TargetGroup | slowStart | 10 | rejected
            lb/targetGroup:TargetGroup | slowStart | 30 | accepted
            lb/targetGroup:TargetGroup | name | internal-orders | accepted
            lb/targetGroup:TargetGroup | namePrefix | orders- | rejected
            lb/targetGroup:TargetGroup | healthCheck.protocol | TCP | rejected
            lb/targetGroup:TargetGroup | healthCheck.port | "65536" | rejected
            lb/targetGroup:TargetGroup | healthCheck.port | "8080" | accepted
            lb/loadBalancer:LoadBalancer | namePrefix | orders- | rejected
            lb/loadBalancer:LoadBalancer | enforceSecurityGroupInboundRulesOnPrivateLinkTraffic | true | rejected
            lambda/function:Function | runtime | java21 | accepted
            lambda/function:Function | runtime | java22 | rejected
            lambda/function:Function | environment.variables.AWS_SESSION_TOKEN | t | rejected
            lambda/function:Function | environment.variables.ORDERS | t | accepted
            lambda/function:Function | replacementSecurityGroupIds[0] | sg-1 | rejected
            lambda/eventSourceMapping:EventSourceMapping | maximumRecordAgeInSeconds | -1 | accepted
            lambda/eventSourceMapping:EventSourceMapping | maximumRecordAgeInSeconds | 30 | rejected
            lambda/eventSourceMapping:EventSourceMapping | tumblingWindowInSeconds | 901 | rejected
            ecs/service:Service | schedulingStrategy | DAEMON | accepted
            ecs/service:Service | deploymentController.type | ECS | accepted
            ecs/service:Service | orderedPlacementStrategies[0].type | first | rejected
            ecr/repository:Repository | encryptionConfigurations[0].kmsKey | k | rejected
            apigatewayv2/api:Api | apiKeySelectionExpression | $request.header.key | rejected
            apigatewayv2/api:Api | version | 1.0 | accepted
            sfn/stateMachine:StateMachine | encryptionConfiguration.kmsDataKeyReusePeriodSeconds | 30 | rejected
            """)
    void accepts_or_rejects_a_value(String type, String property, String value, String answer) {
        var inputs = new LinkedHashMap<>(WHOLE.get(type));
        var path = PropertyPath.parse(property).segments();
        inputs.put(path.get(0), nested(path.subList(1, path.size()), parsed(value)));

        var failures = sandbox.failures("aws:" + type, inputs);

        assertThat(failures.isEmpty() ? "accepted" : "rejected")
                .as(failures.toString())
                .isEqualTo(answer);
    }

    @Test
    void rejects_placement_and_the_daemon_strategy_on_fargate() {
        var fargate = Map.<String, Object>of(
                "taskDefinition", "orders:1",
                "launchType", "FARGATE",
                "networkConfiguration", Map.of("subnets", List.of("subnet-1")),
                "schedulingStrategy", "DAEMON",
                "placementConstraints", List.of(Map.of("type", "distinctInstance")));

        assertThat(sandbox.failures("aws:ecs/service:Service", fargate))
                .anyMatch(failure -> failure.startsWith("schedulingStrategy: must be \"REPLICA\" on Fargate"))
                .anyMatch(failure -> failure.startsWith("placementConstraints: is not supported on Fargate"));
    }

    /** Parses numbers and booleans, unless they are quoted. */
    private static Object parsed(String value) {
        if (value.matches("true|false")) {
            return Boolean.valueOf(value);
        }
        return value.matches("-?\\d+") ? (Object) Integer.valueOf(value) : value.replace("\"", "");
    }

    private static Object nested(List<String> path, Object value) {
        if (path.isEmpty()) {
            return value;
        }
        var inner = nested(path.subList(1, path.size()), value);
        return path.get(0).equals("0") ? List.of(inner) : Map.of(path.get(0), inner);
    }
}

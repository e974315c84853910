package dev.ashlar.preflight.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pulumirpc.Provider.DiffResponse;

/** Which changes replace a resource and which do not, where the tables were wrong once or a mistake would be dear. */
class ComputeAndTrafficChangesTest {

    /** Each line: the type; what replaces it; what changes in place. */
    private static final String FACTS = """
            ecs/cluster:Cluster; name; settings[0].value, configuration.executeCommandConfiguration.logging
            ecs/service:Service; cluster, deploymentController.type, iamRole, launchType, name, schedulingStrategy; \
                taskDefinition, desiredCount, loadBalancers[0].targetGroupArn, networkConfiguration.subnets[0], platformVersion
            ecs/taskDefinition:TaskDefinition; containerDefinitions, cpu, family, runtimePlatform.cpuArchitecture; \
                skipDestroy, tags.a, trackLatest
            ecr/repository:Repository; encryptionConfigurations[0].kmsKey, name; imageTagMutability, forceDelete
            lb/loadBalancer:LoadBalancer; internal, loadBalancerType, name, namePrefix; \
                subnets[0], securityGroups[0], idleTimeout, ipAddressType
            lb/targetGroup:TargetGroup; ipAddressType, name, port, protocol, protocolVersion, targetType, vpcId; \
                healthCheck.path, stickiness.type, deregistrationDelay
            lb/listener:Listener; loadBalancerArn; port, protocol, certificateArn, defaultActions[0].type
            lb/listenerRule:ListenerRule; listenerArn; priority, actions[0].type, conditions[0].hostHeader.values[0]
            servicediscovery/service:Service; name, dnsConfig.namespaceId, dnsConfig.dnsRecords[0].type, healthCheckCustomConfig.failureThreshold; \
                description, dnsConfig.dnsRecords[0].ttl
            appautoscaling/policy:Policy; name, resourceId; policyType, targetTrackingScalingPolicyConfiguration.targetValue
            appautoscaling/target:Target; resourceId, scalableDimension, serviceNamespace; minCapacity, maxCapacity, roleArn
            scheduler/schedule:Schedule; groupName, name; scheduleExpression, target.arn
            sfn/stateMachine:StateMachine; name, type; definition, roleArn
            cloudwatch/logGroup:LogGroup; logGroupClass, name; kmsKeyId, retentionInDays
            cloudwatch/metricAlarm:MetricAlarm; name; threshold, metricName, period
            cloudwatch/eventRule:EventRule; eventBusName, name; eventPattern, state
            cloudwatch/eventTarget:EventTarget; eventBusName, rule, targetId; arn, input, roleArn
            lambda/function:Function; name, packageType; architectures[0], imageUri, runtime, vpcConfig.subnetIds[0]
            lambda/permission:Permission; action, function, principal, qualifier, sourceArn, statementId;
            lambda/eventSourceMapping:EventSourceMapping; eventSourceArn, startingPosition; functionName, batchSize, enabled
            lambda/alias:Alias; functionName, name; functionVersion, description
            apigatewayv2/api:Api; credentialsArn, protocolType, routeKey, target; name, corsConfiguration.maxAge, body
            apigatewayv2/authorizer:Authorizer; apiId; authorizerType, name, jwtConfiguration.issuer
            apigatewayv2/integration:Integration; apiId, integrationSubtype, integrationType; integrationUri, connectionType
            apigatewayv2/route:Route; apiId; routeKey, target, authorizerId
            apigatewayv2/stage:Stage; apiId, name; autoDeploy, deploymentId
            """;

    static Stream<Arguments> replacing() {
        return column(1);
    }

    static Stream<Arguments> updating() {
        return column(2);
    }

    private static Stream<Arguments> column(int column) {
        return FACTS.lines().flatMap(line -> {
            var columns = line.split(";", -1);
            return Stream.of(columns[column].split(",", -1))
                    .map(String::strip)
                    .filter(path -> !path.isEmpty())
                    .map(path -> Arguments.of("aws:" + columns[0], path));
        });
    }

    @ParameterizedTest
    @MethodSource("replacing")
    void replaces(String type, String path) {
        assertThat(change(type, path).getReplacesList())
                .containsExactly(PropertyPath.parse(path).top());
    }

    @ParameterizedTest
    @MethodSource("updating")
    void changes_in_place(String type, String path) {
        var diff = change(type, path);

        assertThat(diff.getReplacesList()).isEmpty();
        assertThat(diff.getDiffsList()).containsExactly(PropertyPath.parse(path).top());
    }

    private static DiffResponse change(String type, String path) {
        var segments = PropertyPath.parse(path).segments();
        return Differ.diff(
                new Tables().type(type),
                Json.object(nested(segments, "before")),
                Json.object(nested(segments, "after")),
                List.of());
    }

    private static @Nullable Object nested(List<String> segments, String value) {
        if (segments.isEmpty()) {
            return value;
        }
        var inner = nested(segments.subList(1, segments.size()), value);
        return segments.get(0).equals("0") ? List.of(inner) : Map.of(segments.get(0), inner);
    }
}

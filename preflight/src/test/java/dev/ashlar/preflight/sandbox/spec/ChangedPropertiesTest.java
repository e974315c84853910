package dev.ashlar.preflight.sandbox.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.PropertyPath;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pulumirpc.Provider.DiffResponse;

/** The properties of which a change replaces the resource, and those that change in place. */
class ChangedPropertiesTest {

    /** Each line: the type; the properties that replace it; the properties that change in place. */
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
            acm/certificate:Certificate; certificateAuthorityArn, domainName, keyAlgorithm, subjectAlternativeNames, validationMethod, validationOptions; \
                certificateBody, certificateChain, earlyRenewalDuration, options, privateKey
            ec2/eip:Eip; ; customerOwnedIpv4Pool, instance, networkInterface
            ec2/instance:Instance; cpuCoreCount, cpuThreadsPerCore, ebsOptimized, hostId, launchTemplate, tenancy, ephemeralBlockDevices, instanceMarketOptions, ipv6Addresses, placementPartitionNumber; \
                instanceType, ipv6AddressCount, iamInstanceProfile, monitoring
            ec2/internetGateway:InternetGateway; ; vpcId
            ec2/natGateway:NatGateway; allocationId, connectivityType, privateIp, secondaryPrivateIpAddressCount, subnetId; \
                secondaryAllocationIds, secondaryPrivateIpAddresses
            ec2/routeTableAssociation:RouteTableAssociation; gatewayId, subnetId; routeTableId
            ec2/securityGroup:SecurityGroup; description, name, namePrefix, vpcId;
            ec2/subnet:Subnet; ; ipv6CidrBlock, mapPublicIpOnLaunch
            ec2/vpc:Vpc; cidrBlock, ipv4IpamPoolId, ipv4NetmaskLength; \
                assignGeneratedIpv6CidrBlock, ipv6CidrBlock, ipv6CidrBlockNetworkBorderGroup
            iam/role:Role; name, namePrefix, path; \
                assumeRolePolicy, description, maxSessionDuration, permissionsBoundary
            iam/rolePolicy:RolePolicy; name, namePrefix, role; policy
            iam/rolePolicyAttachment:RolePolicyAttachment; policyArn, role;
            route53/record:Record; name, zoneId; aliases, records, setIdentifier, ttl, type
            sns/topic:Topic; fifoTopic, name, namePrefix; \
                contentBasedDeduplication, displayName, fifoThroughputScope, kmsMasterKeyId
            sqs/queue:Queue; fifoQueue, name, namePrefix; \
                contentBasedDeduplication, deduplicationScope, kmsMasterKeyId, redrivePolicy
            sqs/queuePolicy:QueuePolicy; queueUrl;
            sqs/redriveAllowPolicy:RedriveAllowPolicy; queueUrl;
            vpc/securityGroupEgressRule:SecurityGroupEgressRule; securityGroupId;
            vpc/securityGroupIngressRule:SecurityGroupIngressRule; ; cidrIpv4, fromPort, referencedSecurityGroupId
            wafv2/ipSet:IpSet; ipAddressVersion, name, namePrefix, scope; addresses, description
            wafv2/webAcl:WebAcl; name, namePrefix, scope; defaultAction, description, rules, visibilityConfig
            wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration; logDestinationConfigs, resourceArn; \
                loggingFilter, redactedFields
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
    void replaces_the_resource(String type, String path) {
        assertThat(change(type, path).getReplacesList())
                .containsExactly(PropertyPath.parse(path).top());
    }

    @ParameterizedTest
    @MethodSource("updating")
    void changes_the_resource_in_place(String type, String path) {
        var diff = change(type, path);

        assertThat(diff.getReplacesList()).isEmpty();
        assertThat(diff.getDiffsList()).containsExactly(PropertyPath.parse(path).top());
    }

    private static DiffResponse change(String type, String path) {
        var segments = PropertyPath.parse(path).segments();
        return Changes.diff(
                type, PlainJson.object(nested(segments, "before")), PlainJson.object(nested(segments, "after")));
    }

    private static @Nullable Object nested(List<String> segments, String value) {
        if (segments.isEmpty()) {
            return value;
        }
        var inner = nested(segments.subList(1, segments.size()), value);
        return segments.get(0).equals("0") ? List.of(inner) : Map.of(segments.get(0), inner);
    }
}

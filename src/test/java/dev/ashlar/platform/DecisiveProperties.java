package dev.ashlar.platform;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ashlar.graph.GraphResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a resource that determine protection, encryption, exposure, capacity and images, as a suffix of the
 * resource's line in a golden graph. Properties that the program does not set are not printed.
 */
final class DecisiveProperties {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> OF_RULES =
            List.of("ipProtocol", "fromPort", "toPort", "cidrIpv4", "cidrIpv6", "prefixListId");

    // The names of a path select values in objects and JSON texts; [*] selects all elements of a list.
    private static final Map<String, List<String>> PATHS = Map.ofEntries(
            entry("aws:apigatewayv2/route:Route", List.of("routeKey", "authorizationType")),
            entry(
                    "aws:apigatewayv2/stage:Stage",
                    List.of("defaultRouteSettings.throttlingRateLimit", "defaultRouteSettings.throttlingBurstLimit")),
            entry("aws:appautoscaling/target:Target", List.of("minCapacity", "maxCapacity")),
            entry("aws:cloudwatch/logGroup:LogGroup", List.of("retentionInDays", "kmsKeyId")),
            entry(
                    "aws:cognito/userPool:UserPool",
                    List.of(
                            "deletionProtection",
                            "mfaConfiguration",
                            "passwordPolicy.minimumLength",
                            "adminCreateUserConfig.allowAdminCreateUserOnly",
                            "userPoolTier")),
            entry(
                    "aws:cognito/userPoolClient:UserPoolClient",
                    List.of("allowedOauthFlows[*]", "allowedOauthScopes[*]", "generateSecret")),
            entry(
                    "aws:dynamodb/table:Table",
                    List.of(
                            "deletionProtectionEnabled",
                            "pointInTimeRecovery.enabled",
                            "serverSideEncryption.enabled",
                            "billingMode")),
            entry("aws:ec2/instance:Instance", List.of("instanceType", "metadataOptions.httpTokens")),
            entry("aws:ec2/launchTemplate:LaunchTemplate", List.of("instanceType", "metadataOptions.httpTokens")),
            entry("aws:ec2/route:Route", List.of("destinationCidrBlock", "destinationIpv6CidrBlock")),
            entry("aws:ec2/subnet:Subnet", List.of("cidrBlock", "mapPublicIpOnLaunch")),
            entry("aws:ec2/vpc:Vpc", List.of("cidrBlock")),
            entry("aws:ec2/vpcEndpoint:VpcEndpoint", List.of("vpcEndpointType")),
            entry(
                    "aws:ecr/repository:Repository",
                    List.of(
                            "forceDelete",
                            "imageTagMutability",
                            "imageScanningConfiguration.scanOnPush",
                            "encryptionConfigurations[*].encryptionType")),
            entry(
                    "aws:ecs/service:Service",
                    List.of(
                            "desiredCount",
                            "capacityProviderStrategies[*].capacityProvider",
                            "networkConfiguration.assignPublicIp",
                            "enableExecuteCommand")),
            entry(
                    "aws:ecs/taskDefinition:TaskDefinition",
                    List.of("cpu", "memory", "runtimePlatform.cpuArchitecture", "containerDefinitions[*].image")),
            entry(
                    "aws:elasticache/replicationGroup:ReplicationGroup",
                    List.of(
                            "atRestEncryptionEnabled",
                            "transitEncryptionEnabled",
                            "snapshotRetentionLimit",
                            "multiAzEnabled",
                            "nodeType",
                            "numCacheClusters",
                            "engineVersion")),
            entry("aws:kms/key:Key", List.of("enableKeyRotation", "deletionWindowInDays")),
            entry(
                    "aws:lambda/function:Function",
                    List.of("memorySize", "timeout", "reservedConcurrentExecutions", "architectures[*]", "imageUri")),
            entry("aws:lb/listener:Listener", List.of("port", "protocol", "sslPolicy")),
            entry(
                    "aws:lb/loadBalancer:LoadBalancer",
                    List.of("enableDeletionProtection", "internal", "dropInvalidHeaderFields", "accessLogs.enabled")),
            entry(
                    "aws:rds/cluster:Cluster",
                    List.of(
                            "deletionProtection",
                            "skipFinalSnapshot",
                            "backupRetentionPeriod",
                            "storageEncrypted",
                            "iamDatabaseAuthenticationEnabled",
                            "engineVersion",
                            "serverlessv2ScalingConfiguration.minCapacity",
                            "serverlessv2ScalingConfiguration.maxCapacity")),
            entry("aws:rds/clusterInstance:ClusterInstance", List.of("instanceClass", "publiclyAccessible")),
            entry("aws:rds/clusterParameterGroup:ClusterParameterGroup", List.of("parameters[*].name")),
            entry("aws:s3/bucketV2:BucketV2", List.of("forceDestroy")),
            entry(
                    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
                    List.of("blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets")),
            entry(
                    "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
                    List.of("rules[*].applyServerSideEncryptionByDefault.sseAlgorithm")),
            entry("aws:s3/bucketVersioningV2:BucketVersioningV2", List.of("versioningConfiguration.status")),
            entry("aws:secretsmanager/secret:Secret", List.of("recoveryWindowInDays", "kmsKeyId")),
            entry("aws:secretsmanager/secretRotation:SecretRotation", List.of("rotationRules.automaticallyAfterDays")),
            entry(
                    "aws:sqs/queue:Queue",
                    List.of(
                            "fifoQueue",
                            "sqsManagedSseEnabled",
                            "kmsMasterKeyId",
                            "messageRetentionSeconds",
                            "visibilityTimeoutSeconds")),
            entry("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", OF_RULES),
            entry("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", OF_RULES),
            entry("aws:wafv2/webAcl:WebAcl", List.of("rules[*].name")));

    private DecisiveProperties() {}

    /** Returns {@code  path=value} for each property that is set, and {@code  protect}; empty when there is none. */
    static String suffix(GraphResource resource) {
        return suffix(resource.type(), resource.inputs(), resource.options().protect());
    }

    static String suffix(String type, Map<String, Object> inputs, boolean protect) {
        var parts = new ArrayList<String>();
        if (protect) {
            parts.add("protect");
        }
        for (var path : PATHS.getOrDefault(type, List.of())) {
            var values = at(inputs, List.of(path.split("\\.", -1))).toList();
            if (!values.isEmpty()) {
                parts.add(path.replace("[*]", "") + "="
                        + values.stream().map(String::valueOf).collect(Collectors.joining(",")));
            }
        }
        return parts.isEmpty() ? "" : "  " + String.join(" ", parts);
    }

    private static Stream<Object> at(@Nullable Object value, List<String> path) {
        if (value == null) {
            return Stream.empty();
        }
        if (path.isEmpty()) {
            return Stream.of(value);
        }
        var step = path.get(0);
        var rest = path.subList(1, path.size());
        var named = value instanceof Map<?, ?> map ? map.get(step.replace("[*]", "")) : null;
        return step.endsWith("[*]") ? elements(named).flatMap(element -> at(element, rest)) : at(named, rest);
    }

    // Container definitions are JSON text.
    private static Stream<?> elements(@Nullable Object value) {
        if (value instanceof String text) {
            try {
                return JSON.readValue(text, List.class).stream();
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(text, e);
            }
        }
        return value instanceof List<?> list ? list.stream() : Stream.empty();
    }
}

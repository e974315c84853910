package dev.ashlar.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The AWS types that the platform uses in any environment. The sandbox has a table entry for each, because the golden
 * graphs could not be recorded otherwise. A new type requires an entry, and permissions for the principal that deploys
 * it.
 */
class PlatformTypesTest {

    @Test
    void the_platform_uses_these_types_only() throws IOException {
        var types = new TreeSet<String>();
        try (var graphs = Files.list(Path.of("test", "resources", "golden"))) {
            for (var graph : graphs.toList()) {
                Files.readAllLines(graph).stream()
                        .map(line -> line.split(" ", 2)[0])
                        .filter(type -> type.startsWith("aws:"))
                        .forEach(types::add);
            }
        }

        assertThat(types)
                .containsExactly(
                        "aws:acm/certificate:Certificate",
                        "aws:acm/certificateValidation:CertificateValidation",
                        "aws:apigatewayv2/api:Api",
                        "aws:apigatewayv2/authorizer:Authorizer",
                        "aws:apigatewayv2/integration:Integration",
                        "aws:apigatewayv2/route:Route",
                        "aws:apigatewayv2/stage:Stage",
                        "aws:appautoscaling/policy:Policy",
                        "aws:appautoscaling/target:Target",
                        "aws:cloudwatch/logGroup:LogGroup",
                        "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
                        "aws:cognito/resourceServer:ResourceServer",
                        "aws:cognito/userPool:UserPool",
                        "aws:cognito/userPoolClient:UserPoolClient",
                        "aws:cognito/userPoolDomain:UserPoolDomain",
                        "aws:dynamodb/table:Table",
                        "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
                        "aws:ec2/eip:Eip",
                        "aws:ec2/flowLog:FlowLog",
                        "aws:ec2/internetGateway:InternetGateway",
                        "aws:ec2/natGateway:NatGateway",
                        "aws:ec2/route:Route",
                        "aws:ec2/routeTable:RouteTable",
                        "aws:ec2/routeTableAssociation:RouteTableAssociation",
                        "aws:ec2/securityGroup:SecurityGroup",
                        "aws:ec2/subnet:Subnet",
                        "aws:ec2/vpc:Vpc",
                        "aws:ec2/vpcEndpoint:VpcEndpoint",
                        "aws:ecr/lifecyclePolicy:LifecyclePolicy",
                        "aws:ecr/repository:Repository",
                        "aws:ecr/repositoryPolicy:RepositoryPolicy",
                        "aws:ecs/cluster:Cluster",
                        "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders",
                        "aws:ecs/service:Service",
                        "aws:ecs/taskDefinition:TaskDefinition",
                        "aws:elasticache/parameterGroup:ParameterGroup",
                        "aws:elasticache/replicationGroup:ReplicationGroup",
                        "aws:elasticache/subnetGroup:SubnetGroup",
                        "aws:elasticache/user:User",
                        "aws:elasticache/userGroup:UserGroup",
                        "aws:iam/role:Role",
                        "aws:iam/rolePolicy:RolePolicy",
                        "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
                        "aws:lambda/eventSourceMapping:EventSourceMapping",
                        "aws:lambda/function:Function",
                        "aws:lambda/permission:Permission",
                        "aws:lb/listener:Listener",
                        "aws:lb/listenerRule:ListenerRule",
                        "aws:lb/loadBalancer:LoadBalancer",
                        "aws:lb/targetGroup:TargetGroup",
                        "aws:rds/cluster:Cluster",
                        "aws:rds/clusterInstance:ClusterInstance",
                        "aws:rds/clusterParameterGroup:ClusterParameterGroup",
                        "aws:rds/subnetGroup:SubnetGroup",
                        "aws:route53/record:Record",
                        "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
                        "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
                        "aws:s3/bucketPolicy:BucketPolicy",
                        "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
                        "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
                        "aws:s3/bucketV2:BucketV2",
                        "aws:s3/bucketVersioningV2:BucketVersioningV2",
                        "aws:secretsmanager/secret:Secret",
                        "aws:secretsmanager/secretRotation:SecretRotation",
                        "aws:secretsmanager/secretVersion:SecretVersion",
                        "aws:sqs/queue:Queue",
                        "aws:sqs/queuePolicy:QueuePolicy",
                        "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy",
                        "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
                        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
                        "aws:wafv2/webAcl:WebAcl",
                        "aws:wafv2/webAclAssociation:WebAclAssociation",
                        "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration");
    }
}

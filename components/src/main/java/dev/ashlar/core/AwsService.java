package dev.ashlar.core;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * An AWS service that a workload in a private subnet calls, through a NAT gateway or an endpoint.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html">AWS services
 *     that integrate with AWS PrivateLink</a>
 */
public enum AwsService {
    CLOUDWATCH("monitoring"),
    CLOUDWATCH_LOGS("logs"),
    /** Has a gateway endpoint, which is free. */
    DYNAMODB("dynamodb"),
    /** DynamoDB Streams: neither the gateway endpoint of {@link #DYNAMODB} nor an interface endpoint serves them. */
    DYNAMODB_STREAMS("dynamodb-streams"),
    ECR_API("ecr.api"),
    ECR_DOCKER("ecr.dkr"),
    /** The API that starts and describes tasks; tasks need it in new regions only: {@link #FARGATE_IN_NEW_REGIONS}. */
    ECS("ecs"),
    ECS_AGENT("ecs-agent"),
    ECS_TELEMETRY("ecs-telemetry"),
    EVENTBRIDGE("events"),
    KMS("kms"),
    /** The Data API of Aurora. */
    RDS_DATA("rds-data"),
    /** Has a gateway endpoint, which is free. ECR stores image layers here. */
    S3("s3"),
    SECRETS_MANAGER("secretsmanager"),
    SNS("sns"),
    SQS("sqs"),
    /** Parameter Store. */
    SSM("ssm"),
    /** Used by ECS Exec. */
    SSM_MESSAGES("ssmmessages"),
    STS("sts"),
    XRAY("xray");

    /**
     * The services that Fargate tasks need to start: ECR for the image, S3 for its layers, and CloudWatch Logs. A
     * network without NAT reaches them through {@code interfaceEndpoints(AwsService.FARGATE)}; S3 already has a gateway
     * endpoint. Add {@link #SECRETS_MANAGER} or {@link #SSM} for injected secrets and {@link #SSM_MESSAGES} for ECS
     * Exec.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html">Amazon ECR interface VPC
     *     endpoints</a>
     */
    public static final Set<AwsService> FARGATE =
            Collections.unmodifiableSet(EnumSet.of(CLOUDWATCH_LOGS, ECR_API, ECR_DOCKER, S3));

    /**
     * The services that Fargate tasks also need without NAT, in regions that AWS launched after 23 December 2023. No
     * component requires them automatically: add them to a network's {@code interfaceEndpoints}.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html">Amazon ECS
     *     interface VPC endpoints, considerations for Fargate</a>
     */
    public static final Set<AwsService> FARGATE_IN_NEW_REGIONS =
            Collections.unmodifiableSet(EnumSet.of(ECS, ECS_AGENT, ECS_TELEMETRY));

    private final String endpoint;

    AwsService(String endpoint) {
        this.endpoint = endpoint;
    }

    /** Returns the last part of the endpoint's service name, such as {@code ecr.api}. */
    public String endpoint() {
        return endpoint;
    }

    /** Returns a label for the names of resources: the endpoint with hyphens, such as {@code ecr-api}. */
    public String label() {
        return endpoint.replace('.', '-');
    }

    /**
     * Returns whether an interface endpoint serves clients that use the public name of the service, which is their
     * default. Interface endpoints of DynamoDB and its streams have no private DNS. That of S3 supports it only
     * together with a gateway endpoint, and then not for the VPC itself, and it does not serve image layers.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/privatelink-streams.html">AWS
     *     PrivateLink for DynamoDB Streams, considerations</a>
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html">AWS
     *     PrivateLink for Amazon S3, private DNS</a>
     */
    public boolean hasInterfaceEndpoint() {
        return !hasGatewayEndpoint() && this != DYNAMODB_STREAMS;
    }

    /** Returns whether the service has an endpoint of either kind. */
    public boolean hasEndpoint() {
        return hasGatewayEndpoint() || hasInterfaceEndpoint();
    }

    /** Returns whether the service has a gateway endpoint, which is a free route instead of network interfaces. */
    public boolean hasGatewayEndpoint() {
        return this == S3 || this == DYNAMODB;
    }
}

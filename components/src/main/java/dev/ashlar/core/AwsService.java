package dev.ashlar.core;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * An AWS service that a workload in a private subnet talks to, and thus needs a way to: a NAT gateway or an endpoint.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html">AWS services
 *     that integrate with AWS PrivateLink</a>
 */
public enum AwsService {
    CLOUDWATCH("monitoring"),
    CLOUDWATCH_LOGS("logs"),
    /** Reached through a gateway endpoint, which is free. */
    DYNAMODB("dynamodb"),
    /** Streams of DynamoDB: neither the gateway endpoint of {@link #DYNAMODB} nor an endpoint of their own serves them. */
    DYNAMODB_STREAMS("dynamodb-streams"),
    ECR_API("ecr.api"),
    ECR_DOCKER("ecr.dkr"),
    /** The API that starts and watches tasks; tasks themselves need it in new regions only: {@link #FARGATE_IN_NEW_REGIONS}. */
    ECS("ecs"),
    ECS_AGENT("ecs-agent"),
    ECS_TELEMETRY("ecs-telemetry"),
    EVENTBRIDGE("events"),
    KMS("kms"),
    /** The Data API of Aurora. */
    RDS_DATA("rds-data"),
    /** Reached through a gateway endpoint, which is free; image layers come from here too. */
    S3("s3"),
    SECRETS_MANAGER("secretsmanager"),
    SNS("sns"),
    SQS("sqs"),
    /** The parameter store. */
    SSM("ssm"),
    /** The channel of ECS Exec. */
    SSM_MESSAGES("ssmmessages"),
    STS("sts"),
    XRAY("xray");

    /**
     * What tasks on Fargate need to start: an image from ECR, whose layers come from S3, and a place for their logs. A
     * network without NAT reaches these through {@code interfaceEndpoints(AwsService.FARGATE)}; S3 has a gateway already.
     * Add {@link #SECRETS_MANAGER} or {@link #SSM} for injected secrets and {@link #SSM_MESSAGES} for ECS Exec.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html">Amazon ECR interface VPC
     *     endpoints</a>
     */
    public static final Set<AwsService> FARGATE =
            Collections.unmodifiableSet(EnumSet.of(CLOUDWATCH_LOGS, ECR_API, ECR_DOCKER, S3));

    /**
     * What tasks on Fargate need besides, in regions that AWS launched after 23 December 2023, when there is no NAT. No
     * component asks for these by itself: add them to a network's {@code interfaceEndpoints}.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html">Amazon ECS interface VPC
     *     endpoints, considerations for Fargate</a>
     */
    public static final Set<AwsService> FARGATE_IN_NEW_REGIONS =
            Collections.unmodifiableSet(EnumSet.of(ECS, ECS_AGENT, ECS_TELEMETRY));

    private final String endpoint;

    AwsService(String endpoint) {
        this.endpoint = endpoint;
    }

    /** The last part of the endpoint's service name, such as {@code ecr.api}. */
    public String endpoint() {
        return endpoint;
    }

    /** A label for the names of resources: the endpoint with hyphens, such as {@code ecr-api}. */
    public String label() {
        return endpoint.replace('.', '-');
    }

    /**
     * Whether an interface endpoint in a network serves the service to clients that know its public name only, as all do
     * unless told otherwise. Those of DynamoDB and its streams have no private DNS; that of S3 has it beside a gateway
     * endpoint only, and then not for the network itself, and does not serve image layers.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/privatelink-streams.html">AWS
     *     PrivateLink for DynamoDB Streams, considerations</a>
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html">AWS
     *     PrivateLink for Amazon S3, private DNS</a>
     */
    public boolean hasInterfaceEndpoint() {
        return !hasGatewayEndpoint() && this != DYNAMODB_STREAMS;
    }

    /** Whether an endpoint of either kind serves the service. */
    public boolean hasEndpoint() {
        return hasGatewayEndpoint() || hasInterfaceEndpoint();
    }

    /** Whether the service has a gateway endpoint: a route, without cost, instead of network interfaces. */
    public boolean hasGatewayEndpoint() {
        return this == S3 || this == DYNAMODB;
    }
}

package dev.ashlar.core;

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
    /** The endpoint of streams; the gateway endpoint of {@link #DYNAMODB} does not reach them. */
    DYNAMODB_STREAMS("dynamodb-streams"),
    ECR_API("ecr.api"),
    ECR_DOCKER("ecr.dkr"),
    /** The API that starts and watches tasks; tasks themselves do not need it. */
    ECS("ecs"),
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

    /** Whether the service has a gateway endpoint: a route, without cost, instead of network interfaces. */
    public boolean hasGatewayEndpoint() {
        return this == S3 || this == DYNAMODB;
    }
}

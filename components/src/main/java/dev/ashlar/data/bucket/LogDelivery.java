package dev.ashlar.data.bucket;

import dev.ashlar.internal.aws.AwsEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An AWS service that writes its logs to a bucket: what the bucket's policy has to permit, and what else the service demands
 * of the bucket.
 */
public sealed interface LogDelivery {

    /**
     * Access and connection logs of Application Load Balancers of this account. Demands S3's own keys.
     *
     * @param prefixes the prefixes that the load balancers are given, such as {@code access}; none for logs without
     * @see <a
     *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html">Enable access
     *     logs for your Application Load Balancer</a>
     */
    static LogDelivery loadBalancer(String... prefixes) {
        return new LoadBalancer(List.of(prefixes));
    }

    /**
     * Logs of web ACLs of this account. Demands a name that starts with {@code aws-waf-logs-}, which the bucket gets.
     *
     * @see <a href="https://docs.aws.amazon.com/waf/latest/developerguide/logging-s3.html">Sending web ACL traffic logs to an
     *     Amazon Simple Storage Service bucket</a>
     */
    static LogDelivery webFirewall() {
        return new DeliveredLogs("web firewall", Optional.of("aws-waf-logs"));
    }

    /**
     * Flow logs of networks of this account.
     *
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html">Amazon S3 bucket
     *     permissions for flow logs</a>
     */
    static LogDelivery flowLogs() {
        return new DeliveredLogs("flow logs", Optional.empty());
    }

    /**
     * What a trail of this account and region records.
     *
     * @param trail the name of the trail, which has to be given to it
     * @see <a
     *     href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html">Amazon
     *     S3 bucket policy for CloudTrail</a>
     */
    static LogDelivery cloudTrail(String trail) {
        return new CloudTrail(trail);
    }

    /**
     * Server access logs of other buckets of this account and region, see {@link DataBucketArgs#accessLogsBucket}. Demands
     * S3's own keys.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html">Enabling Amazon S3
     *     server access logging</a>
     */
    static LogDelivery serverAccess() {
        return new ServerAccess();
    }

    /** What the bucket's name must start with, if anything. */
    default Optional<String> namePrefix() {
        return Optional.empty();
    }

    /** Whether the service can write to a bucket that a customer managed key encrypts. */
    default boolean acceptsKmsKey() {
        return true;
    }

    /** The ids of the statements that permit the delivery. */
    Set<String> sids();

    /** The statements that permit the delivery, by their ids. */
    Map<String, BucketStatement> statements(AwsEnvironment place);

    /** Permits a service to write objects. */
    private static BucketStatement.Builder write(String service, String... objects) {
        return BucketStatement.builder()
                .addServices(service)
                .addActions("s3:PutObject")
                .addObjects(objects);
    }

    /**
     * Permits a service that leaves its logs in the usual folder to write them, if it hands them over to the bucket's owner,
     * and to read the bucket's ACL, as it does first.
     *
     * @param source the conditions that say for whom the service works
     */
    private static Map<String, BucketStatement> writeAndReadAcl(
            String service,
            AwsEnvironment place,
            String write,
            String readAcl,
            Map<String, Map<String, Object>> source) {
        var handedOver = new HashMap<>(source.getOrDefault("StringEquals", Map.of()));
        handedOver.put("s3:x-amz-acl", "bucket-owner-full-control");
        return Map.of(
                write,
                write(service, "AWSLogs/%s/*".formatted(place.accountId()))
                        .putAllConditions(source)
                        .condition("StringEquals", handedOver)
                        .build(),
                readAcl,
                BucketStatement.builder()
                        .addServices(service)
                        .addActions("s3:GetBucketAcl")
                        .bucket(true)
                        .putAllConditions(source)
                        .build());
    }

    /** Of load balancers. */
    record LoadBalancer(List<String> prefixes) implements LogDelivery {

        private static final String SID = "WriteLoadBalancerLogs";

        @Override
        public boolean acceptsKmsKey() {
            return false;
        }

        @Override
        public Set<String> sids() {
            return Set.of(SID);
        }

        // The service principal works in every region; AWS advises to replace the accounts that older regions had
        // instead.
        @Override
        public Map<String, BucketStatement> statements(AwsEnvironment place) {
            var folders = prefixes.isEmpty() ? Stream.of("") : prefixes.stream().map(prefix -> prefix + "/");
            var objects = folders.map(folder -> "%sAWSLogs/%s/*".formatted(folder, place.accountId()));
            return Map.of(
                    SID,
                    write("logdelivery.elasticloadbalancing.amazonaws.com", objects.toArray(String[]::new))
                            .build());
        }

        @Override
        public String toString() {
            return "load balancer";
        }
    }

    /** Of other buckets. */
    record ServerAccess() implements LogDelivery {

        private static final String SID = "S3ServerAccessLogsPolicy";

        @Override
        public boolean acceptsKmsKey() {
            return false;
        }

        @Override
        public Set<String> sids() {
            return Set.of(SID);
        }

        @Override
        public Map<String, BucketStatement> statements(AwsEnvironment place) {
            return Map.of(
                    SID,
                    write("logging.s3.amazonaws.com", "*")
                            .condition("StringEquals", Map.of("aws:SourceAccount", place.accountId()))
                            .condition("ArnLike", Map.of("aws:SourceArn", "arn:%s:s3:::*".formatted(place.partition())))
                            .build());
        }

        @Override
        public String toString() {
            return "server access";
        }
    }

    /** Of services that leave it to CloudWatch Logs to deliver. The ids are those that AWS gives these statements. */
    record DeliveredLogs(String label, Optional<String> namePrefix) implements LogDelivery {

        private static final String WRITE = "AWSLogDeliveryWrite";
        private static final String READ_ACL = "AWSLogDeliveryAclCheck";

        @Override
        public Set<String> sids() {
            return Set.of(WRITE, READ_ACL);
        }

        @Override
        public Map<String, BucketStatement> statements(AwsEnvironment place) {
            return writeAndReadAcl(
                    "delivery.logs.amazonaws.com",
                    place,
                    WRITE,
                    READ_ACL,
                    Map.of(
                            "StringEquals",
                            Map.of("aws:SourceAccount", place.accountId()),
                            "ArnLike",
                            Map.of("aws:SourceArn", place.arn("logs", "*"))));
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** Of a trail. */
    record CloudTrail(String trail) implements LogDelivery {

        private static final String WRITE = "AWSCloudTrailWrite";
        private static final String READ_ACL = "AWSCloudTrailAclCheck";

        @Override
        public Set<String> sids() {
            return Set.of(WRITE, READ_ACL);
        }

        @Override
        public Map<String, BucketStatement> statements(AwsEnvironment place) {
            var source = place.arn("cloudtrail", "trail/" + trail);
            return writeAndReadAcl(
                    "cloudtrail.amazonaws.com",
                    place,
                    WRITE,
                    READ_ACL,
                    Map.of("StringEquals", Map.of("aws:SourceArn", source)));
        }

        @Override
        public String toString() {
            return "trail " + trail;
        }
    }
}

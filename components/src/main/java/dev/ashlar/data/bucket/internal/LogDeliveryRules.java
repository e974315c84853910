package dev.ashlar.data.bucket.internal;

import dev.ashlar.data.bucket.BucketStatement;
import dev.ashlar.data.bucket.LogDelivery;
import dev.ashlar.internal.component.AwsEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The requirements of a service that writes its logs to a bucket.
 *
 * @param namePrefix the first part of the bucket's name; null for any name
 * @param acceptsKmsKey whether the service can write to a bucket that a customer managed key encrypts
 * @param sids the ids of the statements that allow the delivery
 * @param statements returns these statements by id
 */
record LogDeliveryRules(
        @Nullable String namePrefix,
        boolean acceptsKmsKey,
        Set<String> sids,
        Function<AwsEnvironment, Map<String, BucketStatement>> statements) {

    private static final String STRING_EQUALS = "StringEquals";
    private static final String ARN_LIKE = "ArnLike";
    private static final String SOURCE_ACCOUNT = "aws:SourceAccount";
    private static final String SOURCE_ARN = "aws:SourceArn";

    static LogDeliveryRules of(LogDelivery delivery) {
        if (delivery instanceof LogDelivery.LoadBalancer loadBalancer) {
            return loadBalancer(loadBalancer.prefixes());
        }
        if (delivery instanceof LogDelivery.WebFirewall) {
            return deliveredByCloudWatch("aws-waf-logs");
        }
        if (delivery instanceof LogDelivery.FlowLogs) {
            return deliveredByCloudWatch(null);
        }
        if (delivery instanceof LogDelivery.CloudTrail cloudTrail) {
            return cloudTrail(cloudTrail.trail());
        }
        return serverAccess();
    }

    // The service principal works in every region. AWS recommends it over the accounts of older regions.
    private static LogDeliveryRules loadBalancer(List<String> prefixes) {
        var sid = "WriteLoadBalancerLogs";
        return new LogDeliveryRules(null, false, Set.of(sid), environment -> {
            var folders = prefixes.isEmpty() ? Stream.of("") : prefixes.stream().map(prefix -> prefix + "/");
            var objects = folders.map(folder -> "%sAWSLogs/%s/*".formatted(folder, environment.accountId()));
            return Map.of(
                    sid,
                    write("logdelivery.elasticloadbalancing.amazonaws.com", objects.toArray(String[]::new))
                            .build());
        });
    }

    private static LogDeliveryRules serverAccess() {
        var sid = "S3ServerAccessLogsPolicy";
        return new LogDeliveryRules(
                null,
                false,
                Set.of(sid),
                environment -> Map.of(
                        sid,
                        write("logging.s3.amazonaws.com", "*")
                                .condition(STRING_EQUALS, Map.of(SOURCE_ACCOUNT, environment.accountId()))
                                .condition(
                                        ARN_LIKE,
                                        Map.of(SOURCE_ARN, "arn:%s:s3:::*".formatted(environment.partition())))
                                .build()));
    }

    /** Logs that CloudWatch Logs delivers for other services. The ids are those that AWS gives these statements. */
    private static LogDeliveryRules deliveredByCloudWatch(@Nullable String namePrefix) {
        var write = "AWSLogDeliveryWrite";
        var readAcl = "AWSLogDeliveryAclCheck";
        return new LogDeliveryRules(
                namePrefix,
                true,
                Set.of(write, readAcl),
                environment -> writeAndReadAcl(
                        "delivery.logs.amazonaws.com",
                        environment,
                        write,
                        readAcl,
                        Map.of(
                                STRING_EQUALS,
                                Map.of(SOURCE_ACCOUNT, environment.accountId()),
                                ARN_LIKE,
                                Map.of(SOURCE_ARN, environment.arn("logs", "*")))));
    }

    private static LogDeliveryRules cloudTrail(String trail) {
        var write = "AWSCloudTrailWrite";
        var readAcl = "AWSCloudTrailAclCheck";
        return new LogDeliveryRules(
                null,
                true,
                Set.of(write, readAcl),
                environment -> writeAndReadAcl(
                        "cloudtrail.amazonaws.com",
                        environment,
                        write,
                        readAcl,
                        Map.of(STRING_EQUALS, Map.of(SOURCE_ARN, environment.arn("cloudtrail", "trail/" + trail)))));
    }

    private static BucketStatement.Builder write(String service, String... objects) {
        return BucketStatement.builder()
                .addServices(service)
                .addActions("s3:PutObject")
                .addObjects(objects);
    }

    /**
     * Allows a service to write to the usual folder if it makes the bucket's owner the owner of its logs, and to read
     * the bucket's ACL, which it does first.
     *
     * @param source the conditions that identify the account or resource on whose behalf the service acts
     */
    private static Map<String, BucketStatement> writeAndReadAcl(
            String service,
            AwsEnvironment environment,
            String write,
            String readAcl,
            Map<String, Map<String, Object>> source) {
        var ownedByBucketOwner = new HashMap<>(source.getOrDefault(STRING_EQUALS, Map.of()));
        ownedByBucketOwner.put("s3:x-amz-acl", "bucket-owner-full-control");
        return Map.of(
                write,
                write(service, "AWSLogs/%s/*".formatted(environment.accountId()))
                        .putAllConditions(source)
                        .condition(STRING_EQUALS, ownedByBucketOwner)
                        .build(),
                readAcl,
                BucketStatement.builder()
                        .addServices(service)
                        .addActions("s3:GetBucketAcl")
                        .bucket(true)
                        .putAllConditions(source)
                        .build());
    }
}

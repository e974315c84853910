package dev.ashlar.data.bucket;

import java.util.List;

/** An AWS service that writes its logs to a {@link DataBucket}, whose policy then allows it. */
public sealed interface LogDelivery {

    /**
     * Returns the delivery of access and connection logs of Application Load Balancers of this account. Requires a
     * bucket without {@link DataBucketArgs#kmsKeyArn}.
     *
     * @param prefixes the prefixes that the load balancers are configured with, such as {@code access}; none for logs
     *     without a prefix
     * @see <a
     *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html">Enable access
     *     logs for your Application Load Balancer</a>
     */
    static LogDelivery loadBalancer(String... prefixes) {
        return new LoadBalancer(List.of(prefixes));
    }

    /**
     * Returns the delivery of logs of web ACLs of this account. The bucket's name then starts with
     * {@code aws-waf-logs-}, as AWS WAF requires.
     *
     * @see <a href="https://docs.aws.amazon.com/waf/latest/developerguide/logging-s3.html">Sending web ACL traffic logs to an
     *     Amazon Simple Storage Service bucket</a>
     */
    static LogDelivery webFirewall() {
        return new WebFirewall();
    }

    /**
     * Returns the delivery of flow logs of networks of this account.
     *
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html">Amazon S3 bucket
     *     permissions for flow logs</a>
     */
    static LogDelivery flowLogs() {
        return new FlowLogs();
    }

    /**
     * Returns the delivery of the events of a trail of this account and region.
     *
     * @param trail the name of the trail, which the trail must be created with
     * @see <a
     *     href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html">Amazon
     *     S3 bucket policy for CloudTrail</a>
     */
    static LogDelivery cloudTrail(String trail) {
        return new CloudTrail(trail);
    }

    /**
     * Returns the delivery of server access logs of other buckets of this account and region, see
     * {@link DataBucketArgs#accessLogsBucket}. Requires a bucket without {@link DataBucketArgs#kmsKeyArn}.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html">Enabling Amazon S3
     *     server access logging</a>
     */
    static LogDelivery serverAccess() {
        return new ServerAccess();
    }

    /**
     * The logs of load balancers, see {@link LogDelivery#loadBalancer}.
     *
     * @param prefixes the prefixes of the load balancers; empty for logs without a prefix
     */
    record LoadBalancer(List<String> prefixes) implements LogDelivery {

        public LoadBalancer {
            prefixes = List.copyOf(prefixes);
        }

        @Override
        public String toString() {
            return "load balancer";
        }
    }

    /** The logs of web ACLs, see {@link LogDelivery#webFirewall}. */
    record WebFirewall() implements LogDelivery {

        @Override
        public String toString() {
            return "web firewall";
        }
    }

    /** The flow logs of networks, see {@link LogDelivery#flowLogs}. */
    record FlowLogs() implements LogDelivery {

        @Override
        public String toString() {
            return "flow logs";
        }
    }

    /**
     * The events of a trail, see {@link LogDelivery#cloudTrail}.
     *
     * @param trail the name of the trail
     */
    record CloudTrail(String trail) implements LogDelivery {

        @Override
        public String toString() {
            return "trail " + trail;
        }
    }

    /** The server access logs of buckets, see {@link LogDelivery#serverAccess}. */
    record ServerAccess() implements LogDelivery {

        @Override
        public String toString() {
            return "server access";
        }
    }
}

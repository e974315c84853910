package dev.ashlar.traffic.loadbalancer.internal;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.ashlar.data.bucket.DataBucket;
import dev.ashlar.data.bucket.DataBucketArgs;
import dev.ashlar.data.bucket.LogDelivery;
import dev.ashlar.internal.component.Names;
import dev.ashlar.traffic.loadbalancer.ApplicationLoadBalancerArgs;
import java.time.Duration;
import java.util.List;

/**
 * The bucket that a load balancer's logs go to.
 *
 * @param bucketName the bucket
 * @param ready what must exist before a load balancer can be told to write there
 */
public record LoadBalancerLogs(Output<String> bucketName, List<Resource> ready) {

    public static final String ACCESS_PREFIX = "access";
    public static final String CONNECTION_PREFIX = "connection";

    // How long a log file that somebody deleted or overwrote can still be restored.
    private static final Duration NONCURRENT = Duration.ofDays(30);

    /** A bucket that exists already. */
    public static LoadBalancerLogs in(Output<String> bucketName) {
        return new LoadBalancerLogs(bucketName, List.of());
    }

    /** A new bucket, for the load balancer of this name. */
    public static LoadBalancerLogs create(String loadBalancer, ApplicationLoadBalancerArgs args, Resource parent) {
        var bucket = new DataBucket(
                Names.child(loadBalancer, "logs"),
                DataBucketArgs.builder()
                        .logDelivery(LogDelivery.loadBalancer(ACCESS_PREFIX, CONNECTION_PREFIX))
                        .expiration(args.accessLogsRetention())
                        .noncurrentVersionExpiration(NONCURRENT)
                        .profile(args.profile())
                        .tags(args.tags())
                        .build(),
                ComponentResourceOptions.builder().parent(parent).build());
        return new LoadBalancerLogs(bucket.bucketName(), List.of(bucket));
    }
}

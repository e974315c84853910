package dev.ashlar.traffic.loadbalancer.internal;

import com.pulumi.aws.lb.inputs.LoadBalancerAccessLogsArgs;
import com.pulumi.aws.lb.inputs.LoadBalancerConnectionLogsArgs;
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
 * The bucket for the logs of a load balancer.
 *
 * @param bucketName the name of the bucket
 * @param ready the resources that must exist before a load balancer can write to the bucket
 */
public record LoadBalancerLogs(Output<String> bucketName, List<Resource> ready) {

    private static final String ACCESS_PREFIX = "access";
    private static final String CONNECTION_PREFIX = "connection";

    // A deleted or overwritten log file can be restored for so long.
    private static final Duration NONCURRENT = Duration.ofDays(30);

    /** Returns the caller's bucket, or creates one for the load balancer of this name. */
    public static LoadBalancerLogs of(String loadBalancer, ApplicationLoadBalancerArgs args, Resource parent) {
        var given = args.accessLogsBucket();
        return given != null ? new LoadBalancerLogs(given, List.of()) : create(loadBalancer, args, parent);
    }

    private static LoadBalancerLogs create(String loadBalancer, ApplicationLoadBalancerArgs args, Resource parent) {
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

    LoadBalancerAccessLogsArgs access() {
        return LoadBalancerAccessLogsArgs.builder()
                .bucket(bucketName)
                .prefix(ACCESS_PREFIX)
                .enabled(true)
                .build();
    }

    LoadBalancerConnectionLogsArgs connections() {
        return LoadBalancerConnectionLogsArgs.builder()
                .bucket(bucketName)
                .prefix(CONNECTION_PREFIX)
                .enabled(true)
                .build();
    }
}

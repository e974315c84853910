package dev.ashlar.bench;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.core.Output;
import dev.ashlar.compute.FargateService;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.ServiceCluster;
import dev.ashlar.compute.ServiceClusterArgs;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.network.Vpc;
import dev.ashlar.network.VpcArgs;
import dev.ashlar.traffic.loadbalancer.ApplicationLoadBalancer;
import dev.ashlar.traffic.loadbalancer.ApplicationLoadBalancerArgs;
import java.util.List;

/** Creates services behind two load balancers; the configuration value {@code bench:count} is their number. */
public final class ServiceFleet {

    private ServiceFleet() {}

    /** Runs the program under the Pulumi engine. */
    public static void main(String[] args) {
        Pulumi.run(context -> declare(context, context.config().requireInteger("count")));
    }

    static void declare(Context context, int count) {
        var network = new Vpc(
                "main",
                VpcArgs.builder()
                        .cidrBlock("10.20.0.0/16")
                        .zones("eu-central-1a", "eu-central-1b")
                        .build());
        var cluster = new ServiceCluster("main", ServiceClusterArgs.builder().build());
        // A listener has at most 100 rules, including the default one.
        var loadBalancers = List.of(loadBalancer("blue", network), loadBalancer("green", network));
        for (int i = 0; i < count; i++) {
            var loadBalancer = loadBalancers.get(i % 2);
            var path = "/service-" + i + "/*";
            new FargateService(
                    "service-" + i,
                    FargateServiceArgs.builder()
                            .network(network)
                            .cluster(cluster)
                            .image(ContainerImage.of(
                                    Output.of("000000000000.dkr.ecr.eu-central-1.amazonaws.com/shop:1"),
                                    Output.of("arn:aws:ecr:eu-central-1:000000000000:repository/shop")))
                            .port(8080)
                            .route(loadBalancer.route(route -> route.paths(path)))
                            .build());
        }
    }

    private static ApplicationLoadBalancer loadBalancer(String name, Vpc network) {
        return new ApplicationLoadBalancer(
                name,
                ApplicationLoadBalancerArgs.builder().network(network).allowPlainHttp(true).build());
    }
}

package dev.ashlar.compute;

import com.pulumi.core.Output;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Binding;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.core.NetworkPath;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.core.SecretReference;
import dev.ashlar.network.ExistingNetworkArgs;
import dev.ashlar.network.Vpc;
import dev.ashlar.traffic.loadbalancer.ServiceRoute;

/** The surroundings of a service under test. */
public final class Services {

    private Services() {}

    /** A service with nothing but what is required. */
    public static FargateServiceArgs.Builder worker() {
        return FargateServiceArgs.builder()
                .cluster(cluster(ContainerInsights.DISABLED))
                .network(Vpc.fromExisting(
                        "existing",
                        ExistingNetworkArgs.builder()
                                .vpcId("vpc-1")
                                .privateSubnetIds("subnet-1", "subnet-2")
                                .build()))
                .image(image("orders"));
    }

    /** A cluster that exists already. */
    public static Cluster cluster(ContainerInsights containerInsights) {
        return ServiceCluster.fromExisting(
                "main",
                ExistingClusterArgs.builder()
                        .arn("arn:aws:ecs:x:1:cluster/main")
                        .containerInsights(containerInsights)
                        .build());
    }

    /** A service behind a load balancer. */
    public static FargateServiceArgs.Builder routed() {
        return worker().port(8080).route(route());
    }

    public static ContainerImage image(String repository) {
        return ContainerImage.of(
                Output.of("1.dkr.ecr.x.amazonaws.com/%s:1.0".formatted(repository)),
                Output.of("arn:aws:ecr:x:1:repository/" + repository));
    }

    public static ServiceRoute route() {
        return ServiceRoute.builder()
                .provider("edge")
                .listenerArn(Output.of("arn:aws:elasticloadbalancing:eu-central-1:000000000000:listener/app/edge/1/2"))
                .loadBalancerSecurityGroupId(Output.of("sg-edge"))
                .loadBalancerArnSuffix(Output.of("app/edge/1"))
                .addPaths("/orders/*")
                .priority(100)
                .url(Output.of("https://example.com/orders/"))
                .build();
    }

    /** A binding as a database hands it out. */
    public static Binding database() {
        return Binding.builder()
                .provider("database")
                .access("connect")
                .putEnvironment("DATABASE_HOST", Output.of("db.example.com"))
                .putSecrets("DATABASE_PASSWORD", SecretReference.of(Output.of("arn:secret:db"), "password"))
                .addStatements(PolicyStatement.allow(Output.of("arn:dbuser"), "rds-db:connect"))
                .path(new NetworkPath(Output.of("sg-database"), 5432))
                .addServices(AwsService.STS)
                .build();
    }
}

package dev.ashlar.network;

import com.pulumi.aws.ec2.Vpc;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The resources of a {@link dev.ashlar.network.Vpc}.
 *
 * @param nat absent without NAT
 */
record VpcResources(
        VpcPlan plan,
        Vpc vpc,
        Subnets subnets,
        RouteTables routeTables,
        @Nullable NatDevices nat,
        Endpoints endpoints) {

    Output<Map<String, String>> layout() {
        return vpc.cidrBlock()
                .applyValue(actual -> plan.layout(CidrBlock.parse(actual).orElseThrow()));
    }

    Output<List<String>> natPublicIps() {
        return nat == null ? Output.ofList() : nat.publicIps();
    }

    List<Signal> signals() {
        return nat == null ? List.of() : nat.signals();
    }

    /** Adds an interface endpoint, unless the service has one. */
    void addEndpoint(AwsService service) {
        endpoints.addInterfaces(Set.of(service), subnets.ids(Tier.PRIVATE));
    }

    List<Resource> ingressDependencies() {
        return routeTables.publicRoutes();
    }

    List<Resource> egressDependencies() {
        var resources = new ArrayList<Resource>();
        if (nat instanceof NatInstance instance) {
            resources.add(instance.running());
        }
        resources.addAll(routeTables.privateRoutes());
        resources.addAll(endpoints.all());
        return resources;
    }
}

package dev.ashlar.network.internal;

import com.pulumi.aws.ec2.Vpc;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Signal;
import dev.ashlar.internal.check.CidrBlock;
import dev.ashlar.network.Tier;
import dev.ashlar.network.internal.egress.Endpoints;
import dev.ashlar.network.internal.egress.NatDevices;
import dev.ashlar.network.internal.plan.VpcPlan;
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
public record VpcResources(
        VpcPlan plan,
        Vpc vpc,
        Subnets subnets,
        RouteTables routeTables,
        @Nullable NatDevices nat,
        Endpoints endpoints) {

    public Output<List<String>> subnetIds(Tier tier) {
        return subnets.ids(tier);
    }

    public Output<Map<String, String>> layout() {
        return vpc.cidrBlock()
                .applyValue(actual -> plan.layout(CidrBlock.parse(actual).orElseThrow()));
    }

    public Output<List<String>> natPublicIps() {
        return nat == null ? Output.ofList() : nat.publicIps();
    }

    public List<Signal> signals() {
        return nat == null ? List.of() : nat.signals();
    }

    /** Adds an interface endpoint, unless the service has one. */
    public void addEndpoint(AwsService service) {
        endpoints.addInterfaces(Set.of(service), subnets.ids(Tier.PRIVATE));
    }

    public List<Resource> ingressDependencies() {
        return routeTables.publicRoutes();
    }

    public List<Resource> egressDependencies() {
        var resources = new ArrayList<Resource>(nat == null ? List.of() : nat.dependencies());
        resources.addAll(routeTables.privateRoutes());
        resources.addAll(endpoints.all());
        return resources;
    }
}

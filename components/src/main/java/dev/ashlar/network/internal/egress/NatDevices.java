package dev.ashlar.network.internal.egress;

import com.pulumi.aws.ec2.RouteArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.ashlar.core.Signal;
import dev.ashlar.network.internal.plan.Zone;
import java.util.List;

/** What translates the addresses of private subnets on their way to the internet. */
public interface NatDevices {

    /** Leads a route to the device that serves a zone. */
    RouteArgs.Builder lead(RouteArgs.Builder route, Zone zone);

    /** The addresses that the internet sees. */
    Output<List<String>> publicIps();

    /** What private subnets depend on besides their routes, which refer to the devices. */
    List<Resource> dependencies();

    /** How the devices are observed. */
    List<Signal> signals();
}

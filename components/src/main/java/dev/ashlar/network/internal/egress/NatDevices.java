package dev.ashlar.network.internal.egress;

import com.pulumi.aws.ec2.RouteArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.ashlar.core.Signal;
import dev.ashlar.network.internal.plan.Zone;
import java.util.List;

/** The devices that translate the addresses of private subnets for the internet. */
public interface NatDevices {

    /** Sets the device that serves a zone as the target of a route. */
    RouteArgs.Builder lead(RouteArgs.Builder route, Zone zone);

    /** Returns the public addresses. */
    Output<List<String>> publicIps();

    /** Returns the resources that private subnets depend on besides the targets of their routes. */
    List<Resource> dependencies();

    /** Returns the signals of the devices. */
    List<Signal> signals();
}

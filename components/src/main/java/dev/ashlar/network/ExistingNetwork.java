package dev.ashlar.network;

import com.pulumi.core.Output;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Violations;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** A network that exists already. Nothing is added to it: what its workloads reach is a closed list. */
public final class ExistingNetwork implements Network {

    private final ExistingNetworkArgs args;

    private ExistingNetwork(ExistingNetworkArgs args) {
        this.args = args;
    }

    /**
     * Describes a network.
     *
     * @throws dev.ashlar.core.InvalidArgsException when the VPC's id is missing
     */
    public static ExistingNetwork of(ExistingNetworkArgs args) {
        var violations = Violations.of("ExistingNetwork", args.name());
        violations.require("vpcId", args.vpcId(), "security groups are created in a VPC", "give its id");
        violations.orThrow();
        return new ExistingNetwork(args);
    }

    @Override
    public String label() {
        return "ExistingNetwork \"%s\"".formatted(args.name());
    }

    @Override
    public Output<String> vpcId() {
        return args.vpcId();
    }

    @Override
    public Output<List<String>> publicSubnetIds() {
        return args.publicSubnetIds();
    }

    @Override
    public Output<List<String>> privateSubnetIds() {
        return args.privateSubnetIds();
    }

    @Override
    public Output<List<String>> isolatedSubnetIds() {
        return args.isolatedSubnetIds();
    }

    @Override
    public OptionalInt zoneCount() {
        return args.zoneCount().map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    @Override
    public Set<AwsService> unreachable(Set<AwsService> services) {
        var unreachable = EnumSet.noneOf(AwsService.class);
        if (!args.internetAccess()) {
            unreachable.addAll(services);
            unreachable.removeAll(args.endpoints());
        }
        return unreachable;
    }

    @Override
    public void reach(Set<AwsService> services) {
        // Nothing is added to a network that is not ours; a consumer's check has refused what cannot be reached.
    }
}

package dev.ashlar.network.internal;

import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcIpv4CidrBlockAssociation;
import com.pulumi.aws.ec2.VpcIpv4CidrBlockAssociationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.ashlar.internal.check.CidrBlock;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import dev.ashlar.network.Tier;
import dev.ashlar.network.VpcArgs;
import dev.ashlar.network.internal.address.Ipv6Block;
import dev.ashlar.network.internal.egress.NetworkBlocks;
import dev.ashlar.network.internal.plan.VpcPlan;
import dev.ashlar.network.internal.plan.Zone;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The subnets of a network, and the address blocks that it got later for some of them. */
public final class Subnets {

    private final String networkName;
    private final VpcArgs args;
    private final VpcPlan plan;
    private final Vpc vpc;
    private final Resource parent;
    private final Map<CidrBlock, VpcIpv4CidrBlockAssociation> secondaryBlocks = new TreeMap<>();
    private final Map<Tier, Map<Zone, Subnet>> byTier = new EnumMap<>(Tier.class);

    public Subnets(String networkName, VpcArgs args, VpcPlan plan, Vpc vpc, Resource parent) {
        this.networkName = networkName;
        this.args = args;
        this.plan = plan;
        this.vpc = vpc;
        this.parent = parent;
        args.secondaryCidrBlocks().forEach(this::addBlock);
        plan.subnets().forEach(planned -> byTier.computeIfAbsent(planned.tier(), tier -> new LinkedHashMap<>())
                .put(planned.zone(), create(planned)));
    }

    private void addBlock(String block) {
        var association = new VpcIpv4CidrBlockAssociation(
                Names.child(networkName, NetworkBlocks.label(block)),
                VpcIpv4CidrBlockAssociationArgs.builder()
                        .vpcId(vpc.id())
                        .cidrBlock(block)
                        .build(),
                CustomResourceOptions.builder().parent(parent).build());
        secondaryBlocks.put(CidrBlock.parse(block).orElseThrow(), association);
    }

    private Subnet create(VpcPlan.Subnet planned) {
        var name = Names.child(networkName, planned.label());
        var tags = new TreeMap<>(args.tags());
        tags.putAll(args.tierTags().getOrDefault(planned.tier(), Map.of()));
        var subnet = SubnetArgs.builder()
                .vpcId(vpc.id())
                .cidrBlock(block(planned))
                .mapPublicIpOnLaunch(false)
                .tags(Tags.named(name, tags));
        if (planned.zone().isId()) {
            subnet.availabilityZoneId(planned.zone().name());
        } else {
            subnet.availabilityZone(planned.zone().name());
        }
        if (args.ipv6()) {
            subnet.ipv6CidrBlock(vpc.ipv6CidrBlock().applyValue(network -> Ipv6Block.parse(network)
                            .subnet(planned.ipv6Index())
                            .toString()))
                    .assignIpv6AddressOnCreation(true);
        }
        if (args.enableDns64() && planned.tier() == Tier.PRIVATE) {
            subnet.enableDns64(true);
        }
        var options = CustomResourceOptions.builder().parent(parent);
        secondaryBlocks.forEach((block, association) -> {
            if (block.contains(planned.block())) {
                options.dependsOn(association);
            }
        });
        return new Subnet(name, subnet.build(), options.build());
    }

    private Output<String> block(VpcPlan.Subnet planned) {
        return args.cidrBlock() != null
                ? Output.of(planned.block().toString())
                : vpc.cidrBlock().applyValue(actual -> planned.block()
                        .moved(plan.network(), CidrBlock.parse(actual).orElseThrow())
                        .toString());
    }

    /** The subnets by tier and zone. */
    public Map<Tier, Map<Zone, Subnet>> byTier() {
        return byTier;
    }

    /** The subnets of a tier by zone; empty when the network leaves the tier out. */
    public Map<Zone, Subnet> in(Tier tier) {
        return byTier.getOrDefault(tier, Map.of());
    }

    /** The subnet of a tier in a zone. */
    public Subnet get(Tier tier, Zone zone) {
        return Objects.requireNonNull(in(tier).get(zone));
    }

    public Output<List<String>> ids(Tier tier) {
        return Output.all(in(tier).values().stream().map(Subnet::id).toList());
    }
}

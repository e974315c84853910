package dev.ashlar.network.internal;

import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcIpv4CidrBlockAssociation;
import com.pulumi.aws.ec2.VpcIpv4CidrBlockAssociationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.ashlar.internal.check.CidrBlock;
import dev.ashlar.internal.component.Children;
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

/** The subnets of a network, and its secondary address blocks. */
final class Subnets {

    private final Children network;
    private final VpcArgs args;
    private final VpcPlan plan;
    private final Vpc vpc;
    private final Map<CidrBlock, VpcIpv4CidrBlockAssociation> secondaryBlocks = new TreeMap<>();
    private final Map<Tier, Map<Zone, Subnet>> byTier = new EnumMap<>(Tier.class);

    Subnets(Children network, VpcArgs args, VpcPlan plan, Vpc vpc) {
        this.network = network;
        this.args = args;
        this.plan = plan;
        this.vpc = vpc;
        args.secondaryCidrBlocks().forEach(this::addBlock);
        plan.subnets().forEach(planned -> byTier.computeIfAbsent(planned.tier(), tier -> new LinkedHashMap<>())
                .put(planned.zone(), create(planned)));
    }

    private void addBlock(String block) {
        var association = new VpcIpv4CidrBlockAssociation(
                network.name(NetworkBlocks.label(block)),
                VpcIpv4CidrBlockAssociationArgs.builder()
                        .vpcId(vpc.id())
                        .cidrBlock(block)
                        .build(),
                network.options());
        secondaryBlocks.put(CidrBlock.parse(block).orElseThrow(), association);
    }

    private Subnet create(VpcPlan.Subnet planned) {
        var place = network.scope(planned.label());
        var tags = new TreeMap<>(place.tags());
        tags.putAll(args.tierTags().getOrDefault(planned.tier(), Map.of()));
        var subnet = SubnetArgs.builder()
                .vpcId(vpc.id())
                .cidrBlock(block(planned))
                .mapPublicIpOnLaunch(false)
                .tags(tags);
        if (planned.zone().isId()) {
            subnet.availabilityZoneId(planned.zone().name());
        } else {
            subnet.availabilityZone(planned.zone().name());
        }
        if (args.ipv6()) {
            subnet.ipv6CidrBlock(vpc.ipv6CidrBlock().applyValue(block -> Ipv6Block.parse(block)
                            .subnet(planned.ipv6Index())
                            .toString()))
                    .assignIpv6AddressOnCreation(true);
        }
        if (args.enableDns64() && planned.tier() == Tier.PRIVATE) {
            subnet.enableDns64(true);
        }
        var dependencies = secondaryBlocks.entrySet().stream()
                .filter(secondary -> secondary.getKey().contains(planned.block()))
                .map(Map.Entry::getValue)
                .toArray(Resource[]::new);
        return new Subnet(place.name(), subnet.build(), place.options(more -> more.dependsOn(dependencies)));
    }

    private Output<String> block(VpcPlan.Subnet planned) {
        return args.cidrBlock() != null
                ? Output.of(planned.block().toString())
                : vpc.cidrBlock().applyValue(actual -> planned.block()
                        .moved(plan.network(), CidrBlock.parse(actual).orElseThrow())
                        .toString());
    }

    /** Returns the subnets by tier and zone. */
    Map<Tier, Map<Zone, Subnet>> byTier() {
        return byTier;
    }

    /** Returns the subnets of a tier by zone; empty for a tier without subnets. */
    Map<Zone, Subnet> in(Tier tier) {
        return byTier.getOrDefault(tier, Map.of());
    }

    /** Returns the subnet of a tier in a zone. */
    Subnet get(Tier tier, Zone zone) {
        return Objects.requireNonNull(in(tier).get(zone));
    }

    Output<List<String>> ids(Tier tier) {
        return Output.all(in(tier).values().stream().map(Subnet::id).toList());
    }
}

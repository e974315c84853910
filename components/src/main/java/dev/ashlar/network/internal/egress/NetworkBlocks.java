package dev.ashlar.network.internal.egress;

import com.pulumi.aws.ec2.Vpc;
import com.pulumi.core.Output;
import dev.ashlar.network.VpcArgs;
import java.util.Map;
import java.util.TreeMap;

/** The IPv4 blocks of a network, for rules that allow ingress from all of it. */
public final class NetworkBlocks {

    /** The label of the first block. */
    public static final String PRIMARY = "network";

    private NetworkBlocks() {}

    /** Returns the blocks by a label for the names of rules. */
    public static Map<String, Output<String>> of(VpcArgs args, Vpc vpc) {
        var blocks = new TreeMap<String, Output<String>>();
        blocks.put(PRIMARY, vpc.cidrBlock());
        args.secondaryCidrBlocks().forEach(block -> blocks.put(label(block), Output.of(block)));
        return blocks;
    }

    /** Returns a block as part of a name: {@code 100-64-0-0-16} for {@code 100.64.0.0/16}. */
    public static String label(String block) {
        return block.replace('.', '-').replace('/', '-');
    }
}

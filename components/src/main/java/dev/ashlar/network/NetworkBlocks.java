package dev.ashlar.network;

import com.pulumi.aws.ec2.Vpc;
import com.pulumi.core.Output;
import java.util.Map;
import java.util.TreeMap;

/** All blocks of IPv4 addresses that a network has, for rules that let in the whole network. */
final class NetworkBlocks {

    /** The label of the network's first block. */
    static final String PRIMARY = "network";

    private NetworkBlocks() {}

    /** The blocks by a label for the names of rules. */
    static Map<String, Output<String>> of(VpcArgs args, Vpc vpc) {
        var blocks = new TreeMap<String, Output<String>>();
        blocks.put(PRIMARY, vpc.cidrBlock());
        args.secondaryCidrBlocks().forEach(block -> blocks.put(label(block), Output.of(block)));
        return blocks;
    }

    /** A block as part of a name: {@code 100.64.0.0/16} becomes {@code 100-64-0-0-16}. */
    static String label(String block) {
        return block.replace('.', '-').replace('/', '-');
    }
}

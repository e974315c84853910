package dev.ashlar.network.internal.address;

import dev.ashlar.internal.check.CidrBlock;
import java.util.List;
import java.util.Optional;

/**
 * The blocks that AWS accepts beside the first block of a network.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html">VPC CIDR blocks, IPv4 CIDR block
 *     association restrictions</a>
 */
final class SecondaryBlocks {

    private static final CidrBlock TEN = block("10.0.0.0/8");
    private static final CidrBlock FIRST_OF_TEN = block("10.0.0.0/15");
    private static final CidrBlock VERY_FIRST_OF_TEN = block("10.0.0.0/16");
    private static final CidrBlock DEFAULT_VPC = block("172.31.0.0/16");
    private static final CidrBlock RESERVED = block("198.19.0.0/16");
    private static final List<CidrBlock> PRIVATE = List.of(TEN, block("172.16.0.0/12"), block("192.168.0.0/16"));

    private SecondaryBlocks() {}

    private static CidrBlock block(String text) {
        return CidrBlock.parse(text).orElseThrow();
    }

    /** Returns why AWS rejects the block beside the first one and the others, to be read after "but"; empty if it accepts it. */
    static Optional<String> refusal(CidrBlock primary, List<CidrBlock> others, CidrBlock secondary) {
        if (RESERVED.overlaps(secondary)) {
            return Optional.of("AWS reserves %s".formatted(RESERVED));
        }
        for (var range : PRIVATE) {
            if (range.overlaps(secondary) && !range.contains(primary)) {
                return Optional.of("AWS rejects addresses of %s beside %s".formatted(range, primary));
            }
        }
        if (FIRST_OF_TEN.overlaps(primary) && VERY_FIRST_OF_TEN.overlaps(secondary)) {
            return Optional.of("AWS rejects addresses of %s beside %s".formatted(VERY_FIRST_OF_TEN, primary));
        }
        for (var other : others) {
            // Blocks are added in no order, so either may come last.
            if (besideVeryFirst(other, secondary) || besideVeryFirst(secondary, other)) {
                return Optional.of("AWS rejects addresses of %s beside %s".formatted(VERY_FIRST_OF_TEN, other));
            }
        }
        if (PRIVATE.get(1).contains(primary) && DEFAULT_VPC.overlaps(secondary)) {
            return Optional.of("AWS rejects addresses of %s beside %s".formatted(DEFAULT_VPC, primary));
        }
        return Optional.empty();
    }

    private static boolean besideVeryFirst(CidrBlock there, CidrBlock added) {
        return FIRST_OF_TEN.overlaps(there) && VERY_FIRST_OF_TEN.overlaps(added);
    }
}

package dev.ashlar.network;

import java.util.regex.Pattern;

/** Blocks of IPv4 and IPv6 addresses, as callers write them. */
public final class AddressBlock {

    private static final Pattern IPV6 =
            Pattern.compile("(?=[^/]*:)[0-9A-Fa-f:.]{2,45}/(\\d|[1-9]\\d|1[01]\\d|12[0-8])");

    private AddressBlock() {}

    /** Whether the block is one of IPv6 addresses. */
    public static boolean isIpv6(String block) {
        return block.contains(":");
    }

    /** Whether the text is a block; of IPv4, that its address has no bits behind the prefix, too. */
    public static boolean isValid(String block) {
        return isIpv6(block)
                ? IPV6.matcher(block).matches()
                : CidrBlock.parse(block).isPresent();
    }
}

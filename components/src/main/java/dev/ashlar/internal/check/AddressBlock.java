package dev.ashlar.internal.check;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Blocks of IPv4 and IPv6 addresses, as callers type them. */
public final class AddressBlock {

    private static final Pattern IPV6 =
            Pattern.compile("([0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)/(\\d|[1-9]\\d|1[01]\\d|12[0-8])");
    private static final int BITS = 128;

    private AddressBlock() {}

    /** Returns whether a block contains IPv6 addresses. */
    public static boolean isIpv6(String block) {
        return block.contains(":");
    }

    /** Returns whether the text is a block whose address has no bits after the prefix, as AWS requires. */
    public static boolean isValid(String block) {
        return isIpv6(block) ? isValidIpv6(block) : CidrBlock.parse(block).isPresent();
    }

    private static boolean isValidIpv6(String block) {
        var matcher = IPV6.matcher(block);
        if (!matcher.matches()) {
            return false;
        }
        try {
            // Text with a colon is never resolved as a host name.
            var address = InetAddress.getByName(matcher.group(1)).getAddress();
            var bits = new BigInteger(1, address);
            int behind = BITS - Integer.parseInt(matcher.group(2));
            return address.length * Byte.SIZE == BITS && (bits.signum() == 0 || bits.getLowestSetBit() >= behind);
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

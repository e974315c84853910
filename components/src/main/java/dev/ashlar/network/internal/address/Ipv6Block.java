package dev.ashlar.network.internal.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;

/**
 * A range of IPv6 addresses no smaller than a subnet: {@code 2001:db8:1234:1a00::/56}.
 *
 * @param network the leading 64 bits of the first address; the others are zero
 * @param prefixLength 0 to 64
 */
public record Ipv6Block(long network, int prefixLength) {

    /** The size of every subnet: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html. */
    public static final int SUBNET = 64;

    /**
     * Reads the block of a network, as AWS writes it.
     *
     * @throws IllegalArgumentException when the text is no block of a prefix length from 0 to 64
     */
    public static Ipv6Block parse(String text) {
        var parts = text.split("/", -1);
        // Without a colon, a name would be looked up.
        if (parts.length == 2 && parts[0].matches("[0-9a-fA-F]*:[0-9a-fA-F:]+") && parts[1].matches("\\d{1,2}")) {
            int prefixLength = Integer.parseInt(parts[1]);
            if (prefixLength <= SUBNET) {
                return new Ipv6Block(leadingBits(parts[0]), prefixLength);
            }
        }
        throw new IllegalArgumentException("\"%s\" is no IPv6 block of a network".formatted(text));
    }

    private static long leadingBits(String address) {
        try {
            return ByteBuffer.wrap(InetAddress.getByName(address).getAddress()).getLong();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("\"%s\" is no IPv6 address".formatted(address), e);
        }
    }

    /** The index-th of the subnets that this block divides into. */
    public Ipv6Block subnet(int index) {
        return new Ipv6Block(network + index, SUBNET);
    }

    public boolean contains(Ipv6Block other) {
        return prefixLength <= other.prefixLength
                && (prefixLength == 0 || network >>> (64 - prefixLength) == other.network >>> (64 - prefixLength));
    }

    /** As AWS writes it: what is zero at the end is left out. */
    @Override
    public String toString() {
        var groups = new ArrayList<String>();
        for (long rest = network; rest != 0; rest <<= 16) {
            groups.add(Long.toHexString(rest >>> 48));
        }
        return String.join(":", groups) + "::/" + prefixLength;
    }
}

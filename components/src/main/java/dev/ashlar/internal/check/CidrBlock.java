package dev.ashlar.internal.check;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IPv4 addresses: {@code 10.20.0.0/16}.
 *
 * @param address the first address, as a number of 32 bits
 * @param prefixLength 0 to 32: how many leading bits all addresses share
 */
public record CidrBlock(long address, int prefixLength) implements Comparable<CidrBlock> {

    // AWS and the provider reject a number with a leading zero, because it can be read as octal or as decimal.
    private static final String OCTET = "(0|[1-9]\\d{0,2})";
    private static final Pattern TEXT =
            Pattern.compile(String.join("\\.", OCTET, OCTET, OCTET, OCTET) + "/(0|[1-9]\\d?)");

    /** Parses a block; empty if the text is not a block, or if the address has bits beyond the prefix. */
    public static Optional<CidrBlock> parse(String text) {
        return parseLoosely(text).filter(block -> block.address % block.size() == 0);
    }

    /** Parses a block and clears the bits beyond the prefix, which is probably the block that the caller meant. */
    public static Optional<CidrBlock> parseCanonical(String text) {
        return parseLoosely(text)
                .map(block -> new CidrBlock(block.address - block.address % block.size(), block.prefixLength));
    }

    private static Optional<CidrBlock> parseLoosely(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long address = 0;
        for (int group = 1; group <= 4; group++) {
            int octet = Integer.parseInt(matcher.group(group));
            if (octet > 255) {
                return Optional.empty();
            }
            address = address * 256 + octet;
        }
        int prefixLength = Integer.parseInt(matcher.group(5));
        return prefixLength > 32 ? Optional.empty() : Optional.of(new CidrBlock(address, prefixLength));
    }

    /** Returns the number of addresses in the block. */
    public long size() {
        return 1L << (32 - prefixLength);
    }

    /** Returns the first address behind the block. */
    public long end() {
        return address + size();
    }

    /** Returns the index-th of the blocks of a longer prefix that this block divides into. */
    public CidrBlock part(int partPrefixLength, int index) {
        return new CidrBlock(address + index * (1L << (32 - partPrefixLength)), partPrefixLength);
    }

    /** Returns the block at the same offset in another network as this one has in {@code network}. */
    public CidrBlock moved(CidrBlock network, CidrBlock other) {
        return new CidrBlock(other.address + address - network.address, prefixLength);
    }

    public boolean contains(CidrBlock other) {
        return address <= other.address && other.end() <= end();
    }

    public boolean overlaps(CidrBlock other) {
        return address < other.end() && other.address < end();
    }

    @Override
    public int compareTo(CidrBlock other) {
        return Long.compare(address, other.address);
    }

    @Override
    public String toString() {
        return "%d.%d.%d.%d/%d"
                .formatted(address >> 24 & 255, address >> 16 & 255, address >> 8 & 255, address & 255, prefixLength);
    }
}

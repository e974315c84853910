package dev.ashlar.traffic.loadbalancer;

/** Which addresses a load balancer has, in its own words. */
public enum IpAddressType {
    IPV4("ipv4"),
    /** Beside IPv4. */
    DUALSTACK("dualstack"),
    /** IPv6 outside, IPv4 inside: no public IPv4 address is paid for, and who has IPv4 only cannot connect. */
    DUALSTACK_WITHOUT_PUBLIC_IPV4("dualstack-without-public-ipv4");

    private final String wireName;

    IpAddressType(String wireName) {
        this.wireName = wireName;
    }

    /** The value of {@code ipAddressType}. */
    public String wireName() {
        return wireName;
    }
}

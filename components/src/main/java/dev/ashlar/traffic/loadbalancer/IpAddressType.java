package dev.ashlar.traffic.loadbalancer;

/** The types of addresses of a load balancer, in the words of the API. */
public enum IpAddressType {
    IPV4("ipv4"),
    /** IPv4 and IPv6. */
    DUALSTACK("dualstack"),
    /**
     * IPv6 for clients, IPv4 for targets: there is no public IPv4 address to pay for, and clients that only have IPv4
     * cannot connect.
     */
    DUALSTACK_WITHOUT_PUBLIC_IPV4("dualstack-without-public-ipv4");

    private final String wireName;

    IpAddressType(String wireName) {
        this.wireName = wireName;
    }

    /** Returns the value of {@code ipAddressType} in the API. */
    public String wireName() {
        return wireName;
    }
}

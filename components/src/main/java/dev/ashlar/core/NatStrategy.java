package dev.ashlar.core;

/**
 * How private subnets reach the internet. Changing the strategy keeps all subnets and route tables; only gateways and
 * routes change.
 */
public enum NatStrategy {
    /** No internet access: AWS services are reached through endpoints only. Free. */
    NONE,
    /**
     * One small instance for all zones, about 7 USD a month: 3 for the instance (t4g.nano), 3.65 for its public
     * address, the rest for its disk. For environments that can be offline at times: there is no internet access while
     * the instance is replaced or its zone fails. EC2 recovers it from hardware failures automatically, but it is not
     * patched, and it supports only a few hundred megabits a second for minutes.
     */
    INSTANCE,
    /** One NAT gateway for all zones, about 36 USD a month; when its zone fails, no zone reaches the internet. */
    SINGLE,
    /** One NAT gateway in each zone, about 36 USD a month each; the failure of a zone affects only that zone. */
    PER_ZONE;

    /** Returns whether NAT gateways are used, which also translate IPv6 to IPv4. */
    public boolean usesGateways() {
        return this == SINGLE || this == PER_ZONE;
    }
}

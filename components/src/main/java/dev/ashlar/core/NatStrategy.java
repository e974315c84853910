package dev.ashlar.core;

/** How private subnets reach the internet. Switching keeps every subnet and route table: only gateways and routes change. */
public enum NatStrategy {
    /** Not at all: AWS services are reached through endpoints only. Costs nothing. */
    NONE,
    /**
     * One small instance for all zones, about 7 USD a month: 3 for the instance (t4g.nano), 3.65 for its public address, the
     * rest for its disk. For environments that may be offline at times: while the instance is replaced or its zone fails,
     * nothing gets out; EC2 recovers it from broken hardware by itself, but nobody patches it, and some hundred megabits a
     * second for minutes are all that it carries.
     */
    INSTANCE,
    /** One NAT gateway for all zones, about 36 USD a month; when its zone fails, no zone reaches the internet. */
    SINGLE,
    /** One NAT gateway in each zone, about 36 USD a month each; a zone's failure stays in that zone. */
    PER_ZONE;

    /** Whether gateways of AWS do it, which also translate IPv6 to IPv4. */
    public boolean usesGateways() {
        return this == SINGLE || this == PER_ZONE;
    }
}

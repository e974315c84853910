package dev.ashlar.core;

/** How private subnets reach the internet. Switching keeps every subnet and route table: only gateways and routes change. */
public enum NatStrategy {
    /** Not at all: AWS services are reached through endpoints only. Costs nothing. */
    NONE,
    /** One NAT gateway for all zones, about 33 USD a month; when its zone fails, no zone reaches the internet. */
    SINGLE,
    /** One NAT gateway in each zone, about 33 USD a month each; a zone's failure stays in that zone. */
    PER_ZONE
}

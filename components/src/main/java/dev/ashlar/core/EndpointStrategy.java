package dev.ashlar.core;

/**
 * When a network adds an interface endpoint for an AWS service that a binding requires. An endpoint costs about 7.30
 * USD a month in each zone. Gateway endpoints (S3, DynamoDB) are free and independent of this strategy.
 */
public enum EndpointStrategy {
    /** When a binding requires it: traffic to AWS never leaves the network. */
    ON_DEMAND,
    /** When a binding requires it and there is no NAT gateway: the cheapest network that works. */
    WITHOUT_NAT,
    /** Never: the network has only the endpoints in its options, and other services require a NAT gateway. */
    LISTED
}

package dev.ashlar.core;

/**
 * When a network adds an interface endpoint for an AWS service that a binding asks for. An endpoint costs about 7.30 USD a
 * month in each zone; gateway endpoints (S3, DynamoDB) are free and do not follow this strategy.
 */
public enum EndpointStrategy {
    /** As soon as a binding asks: traffic to AWS never leaves the network. */
    ON_DEMAND,
    /** Only when there is no NAT gateway to take the traffic: the cheapest network that works. */
    WITHOUT_NAT,
    /** Never: the network has the endpoints it was created with, and what they do not serve must have a NAT gateway. */
    LISTED
}

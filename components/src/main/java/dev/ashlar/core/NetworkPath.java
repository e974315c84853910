package dev.ashlar.core;

import com.pulumi.core.Output;

/**
 * The security group and TCP port of a service in a network.
 *
 * @param securityGroupId the security group of the service; the consumer adds the rule that allows its ingress
 * @param port a TCP port, 1 to 65535
 */
public record NetworkPath(Output<String> securityGroupId, int port) {}

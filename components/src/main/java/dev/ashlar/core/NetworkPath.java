package dev.ashlar.core;

import com.pulumi.core.Output;

/**
 * The way to something that listens in a network: the security group that guards it, and its TCP port.
 *
 * @param securityGroupId the security group of the listener; its user adds the rule that lets it in
 * @param port a TCP port, 1 to 65535
 */
public record NetworkPath(Output<String> securityGroupId, int port) {}

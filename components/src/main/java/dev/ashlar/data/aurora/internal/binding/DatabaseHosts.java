package dev.ashlar.data.aurora.internal.binding;

import com.pulumi.core.Output;

/**
 * The hosts to which services connect: those of a cluster, or of its proxy.
 *
 * @param name the name of the cluster or the proxy in the consumers' rules
 * @param writer the host of the writer
 * @param reader the host that spreads connections over the readers
 * @param securityGroupId the security group of the cluster or the proxy
 * @param resourceId the id in permissions to connect: {@code cluster-ABC123}, or {@code prx-ABC123} of a proxy
 * @param pausesWhenIdle whether the cluster pauses when it has no connections
 */
public record DatabaseHosts(
        String name,
        Output<String> writer,
        Output<String> reader,
        Output<String> securityGroupId,
        Output<String> resourceId,
        boolean pausesWhenIdle) {}

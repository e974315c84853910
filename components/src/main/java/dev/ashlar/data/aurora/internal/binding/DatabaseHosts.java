package dev.ashlar.data.aurora.internal.binding;

import com.pulumi.core.Output;

/**
 * Where a database listens: its cluster, or the proxy before it.
 *
 * @param name how the consumers' rules call it
 * @param writer the host of the writer
 * @param reader the host that spreads connections over the readers
 * @param securityGroupId the security group that guards it
 * @param resourceId what permissions to connect name: {@code cluster-ABC123}, or {@code prx-ABC123} of a proxy
 * @param pauseWhenIdle whether it pauses when nobody is connected
 */
public record DatabaseHosts(
        String name,
        Output<String> writer,
        Output<String> reader,
        Output<String> securityGroupId,
        Output<String> resourceId,
        boolean pauseWhenIdle) {}

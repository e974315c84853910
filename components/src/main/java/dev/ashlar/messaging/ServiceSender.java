package dev.ashlar.messaging;

import com.pulumi.core.Output;

/**
 * An AWS service that sends to a queue on behalf of one resource.
 *
 * @param servicePrincipal such as {@code sns.amazonaws.com} or {@code events.amazonaws.com}
 * @param sourceArn the resource on whose behalf it sends: a topic, a rule, a bucket
 */
public record ServiceSender(String servicePrincipal, Output<String> sourceArn) {}

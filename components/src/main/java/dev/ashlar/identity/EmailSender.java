package dev.ashlar.identity;

import com.pulumi.core.Output;

/**
 * Who a user pool's mails come from.
 *
 * @param identityArn the ARN of a verified identity of Amazon SES
 * @param from the address, such as {@code Orders <no-reply@example.com>}
 */
public record EmailSender(Output<String> identityArn, String from) {}

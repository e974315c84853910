package dev.ashlar.identity;

import com.pulumi.core.Output;

/**
 * The sender of a user pool's e-mails.
 *
 * @param identityArn the ARN of a verified identity of Amazon SES
 * @param from the address, such as {@code Orders <no-reply@example.com>}
 */
public record EmailSender(Output<String> identityArn, String from) {}

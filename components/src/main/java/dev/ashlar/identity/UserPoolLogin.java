package dev.ashlar.identity;

import com.pulumi.core.Output;

/**
 * What a load balancer needs to log users in.
 *
 * @param userPoolArn the user pool's ARN
 * @param clientId of an application of the kind {@link ClientKind#SERVER} that knows the load balancer's URL
 * @param domain where the users log in: a prefix, or a whole domain name
 */
public record UserPoolLogin(Output<String> userPoolArn, Output<String> clientId, Output<String> domain) {}

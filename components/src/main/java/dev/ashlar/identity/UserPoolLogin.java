package dev.ashlar.identity;

import com.pulumi.core.Output;

/**
 * The user pool, client and domain with which a load balancer logs users in.
 *
 * @param userPoolArn the user pool's ARN
 * @param clientId the id of a client of the kind {@link ClientKind#SERVER} that has the load balancer's URL
 * @param domain the login domain: a prefix or a full domain name
 */
public record UserPoolLogin(Output<String> userPoolArn, Output<String> clientId, Output<String> domain) {}

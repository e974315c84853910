package dev.ashlar.traffic.loadbalancer;

import com.pulumi.core.Output;

/**
 * An OpenID Connect identity provider and the client that the load balancer uses. The endpoints are listed at {@code
 * <issuer>/.well-known/openid-configuration}.
 *
 * @param issuer the issuer that signs the tokens
 * @param authorizationEndpoint the endpoint at which users log in
 * @param tokenEndpoint the endpoint from which the load balancer gets tokens
 * @param userInfoEndpoint the endpoint from which the load balancer gets the claims of a user
 * @param clientId the id of the client
 * @param clientSecret the secret of the client; treated as a secret
 */
public record OidcProvider(
        String issuer,
        String authorizationEndpoint,
        String tokenEndpoint,
        String userInfoEndpoint,
        String clientId,
        Output<String> clientSecret) {

    public OidcProvider {
        clientSecret = clientSecret.asSecret();
    }
}

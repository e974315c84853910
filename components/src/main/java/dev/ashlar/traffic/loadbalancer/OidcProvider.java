package dev.ashlar.traffic.loadbalancer;

import com.pulumi.core.Output;

/**
 * An identity provider that speaks OpenID Connect, and what it knows the load balancer by. Its documents at {@code
 * <issuer>/.well-known/openid-configuration} name the endpoints.
 *
 * @param issuer who signs the tokens
 * @param authorizationEndpoint where users log in
 * @param tokenEndpoint where the load balancer gets tokens
 * @param userInfoEndpoint where the load balancer asks who a user is
 * @param clientId what the provider calls the load balancer
 * @param clientSecret what the load balancer proves it with; treated as a secret
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

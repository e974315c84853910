package dev.ashlar.identity;

import com.pulumi.core.Output;
import dev.ashlar.core.Binding;
import dev.ashlar.core.SecretReference;
import dev.ashlar.identity.internal.userpool.UserPoolBindings;
import dev.ashlar.internal.component.Names;
import java.util.Arrays;
import java.util.List;

/**
 * Users and the applications that they log in to: a {@link UserPool}, or a user pool that exists already. Not to be
 * implemented by users.
 */
public interface UserDirectory {

    /** Returns the name that messages, bindings and environment variables use. */
    String name();

    /** Returns the ARN of the user pool. */
    Output<String> arn();

    /** Returns the id of the user pool, such as {@code eu-central-1_a1B2c3D4e}. */
    Output<String> id();

    /**
     * Returns the issuer of the tokens, their claim {@code iss}:
     * {@code https://cognito-idp.eu-central-1.amazonaws.com/<id>}.
     */
    Output<String> issuer();

    /** Returns the URL of the keys that sign the tokens. */
    default Output<String> jwksUri() {
        return issuer().applyValue(issuer -> issuer + "/.well-known/jwks.json");
    }

    /**
     * Returns the login domain: a prefix or a full domain name.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the user pool has no domain
     */
    Output<String> domain();

    /**
     * Returns the URL of the login domain. Applications get tokens from {@code /oauth2/token} below it.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the user pool has no domain
     */
    Output<String> loginUrl();

    /**
     * Returns the id of a client, which is {@code aud} in ID tokens and {@code client_id} in access tokens.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the user pool has no client of this label
     */
    Output<String> clientId(String client);

    /**
     * Returns the secret of a client in Secrets Manager.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the user pool has no client of this label, or it has no
     *     secret
     */
    SecretReference clientSecret(String client);

    /** Returns the ids of clients: the audience that the JWT authorizer of an API accepts. */
    default List<Output<String>> audience(String... clients) {
        return Arrays.stream(clients).map(this::clientId).toList();
    }

    /**
     * Returns the options with which a load balancer logs users in.
     *
     * @param client a client of the kind {@link ClientKind#SERVER} with the load balancer among its
     *     {@code loadBalancerUrls}
     * @throws dev.ashlar.core.InvalidArgsException if the user pool has no client of this label and kind, or no
     *     domain
     */
    default UserPoolLogin login(String client) {
        return new UserPoolLogin(arn(), clientId(client), domain());
    }

    /**
     * Returns a binding with which a service validates tokens: it gets {@code <POOL>_ISSUER}, {@code _JWKS_URI} and
     * {@code _AUDIENCE}, the ids of these clients separated by commas. The service gets the keys over the internet.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the user pool has no client of one of these labels
     */
    default Binding tokens(String... clients) {
        return UserPoolBindings.tokens(this, name(), audience(clients));
    }

    /**
     * Returns a binding with which a service is a client of the kind {@link ClientKind#SERVER} or
     * {@link ClientKind#MACHINE}: it gets {@code <POOL>_<CLIENT>_ISSUER}, {@code _CLIENT_ID} and {@code _LOGIN_URL},
     * below which {@code /oauth2/token} issues tokens, and the secret {@code _CLIENT_SECRET}. The service requests
     * tokens over the internet.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the user pool has no client of this label, the client has no
     *     secret, or the pool has no domain
     */
    default Binding client(String client) {
        return client(client, Names.child(name(), client));
    }

    /**
     * Returns the same binding as {@link #client(String)} with other environment variables.
     *
     * @param prefix the first part of the environment variables, such as {@code LOGIN} for {@code LOGIN_CLIENT_ID}
     */
    default Binding client(String client, String prefix) {
        return UserPoolBindings.client(this, client, prefix);
    }
}

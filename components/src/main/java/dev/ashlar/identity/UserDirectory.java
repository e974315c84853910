package dev.ashlar.identity;

import com.pulumi.core.Output;
import dev.ashlar.core.Binding;
import dev.ashlar.core.SecretReference;
import dev.ashlar.identity.internal.userpool.UserPoolBindings;
import dev.ashlar.internal.component.Names;
import java.util.Arrays;
import java.util.List;

/** Users and the applications that they log in to: a {@link UserPool}, or one that exists already. */
public interface UserDirectory {

    /** What messages and environment variables call it. */
    String name();

    /** The ARN of the user pool. */
    Output<String> arn();

    /** The id of the user pool, such as {@code eu-central-1_a1B2c3D4e}. */
    Output<String> id();

    /** Who signs the tokens, their claim {@code iss}: {@code https://cognito-idp.eu-central-1.amazonaws.com/<id>}. */
    Output<String> issuer();

    /** Where the keys are that tokens are signed with. */
    default Output<String> jwksUri() {
        return issuer().applyValue(issuer -> issuer + "/.well-known/jwks.json");
    }

    /**
     * Where users log in: a prefix, or a whole domain name.
     *
     * @throws dev.ashlar.core.InvalidArgsException when the user pool has no domain
     */
    Output<String> domain();

    /**
     * Where users log in, below which {@code /oauth2/token} gives tokens.
     *
     * @throws dev.ashlar.core.InvalidArgsException when the user pool has no domain
     */
    Output<String> loginUrl();

    /**
     * The id of an application, which id tokens name in {@code aud} and access tokens in {@code client_id}.
     *
     * @throws dev.ashlar.core.InvalidArgsException when the user pool has no such client
     */
    Output<String> clientId(String client);

    /**
     * Where the secret of an application is kept.
     *
     * @throws dev.ashlar.core.InvalidArgsException when the user pool has no such client, or it has no secret
     */
    SecretReference clientSecret(String client);

    /** The ids of applications: whom tokens are issued for, as the JWT authorizer of an API asks. */
    default List<Output<String>> audience(String... clients) {
        return Arrays.stream(clients).map(this::clientId).toList();
    }

    /**
     * Lets a load balancer log users in.
     *
     * @param client of the kind {@link ClientKind#SERVER}, with the load balancer among its {@code loadBalancerUrls}
     * @throws dev.ashlar.core.InvalidArgsException when the user pool has no such client of this kind, or no domain
     */
    default UserPoolLogin login(String client) {
        return new UserPoolLogin(arn(), clientId(client), domain());
    }

    /**
     * Lets a service tell good tokens from bad ones: it gets {@code <POOL>_ISSUER}, {@code _JWKS_URI} and {@code
     * _AUDIENCE}, the ids of these clients separated by commas. It fetches the keys over the internet.
     *
     * @throws dev.ashlar.core.InvalidArgsException when the user pool has no such client
     */
    default Binding tokens(String... clients) {
        return UserPoolBindings.tokens(this, name(), audience(clients));
    }

    /**
     * Lets a service be a client of the kind {@link ClientKind#SERVER} or {@link ClientKind#MACHINE}: it gets {@code
     * <POOL>_<CLIENT>_ISSUER}, {@code _CLIENT_ID} and {@code _LOGIN_URL}, below which {@code /oauth2/token} gives tokens,
     * and as a secret {@code _CLIENT_SECRET}. It asks for tokens over the internet.
     *
     * @throws dev.ashlar.core.InvalidArgsException when the user pool has no such client, it has no secret, or the pool no domain
     */
    default Binding client(String client) {
        return client(client, Names.child(name(), client));
    }

    /**
     * As {@link #client(String)}.
     *
     * @param prefix the first part of the environment variables, such as {@code LOGIN} for {@code LOGIN_CLIENT_ID}
     */
    default Binding client(String client, String prefix) {
        return UserPoolBindings.client(this, client, prefix);
    }
}

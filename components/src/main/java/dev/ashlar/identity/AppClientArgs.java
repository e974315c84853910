package dev.ashlar.identity;

import com.pulumi.core.Output;
import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The options of an application that gets tokens from a {@link UserPool}. Its kind determines the defaults of the
 * others.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html">Application
 *     settings with app clients</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class AppClientArgs {

    /**
     * The name of the client within its pool, such as {@code web}: up to 32 lower-case letters, digits and single
     * hyphens. Required.
     */
    public abstract @Nullable String label();

    /**
     * The kind of application, which determines how it gets tokens. Required. A change between a kind with a secret and
     * {@code SPA} replaces the client, and its id changes.
     */
    public abstract @Nullable ClientKind kind();

    /**
     * The URLs to which users return after login: HTTPS, {@code http://localhost} or a scheme of an app. Required for a
     * server, unless it has {@link #loadBalancerUrls}. An SPA without any logs users in with SRP itself. Default: none.
     */
    public abstract List<String> callbackUrls();

    /**
     * The URLs to which users return after logout, in the same forms. Allowed only for a client that logs users in.
     * Default: none.
     */
    public abstract List<String> logoutUrls();

    /**
     * The load balancers that log users in as this server: their URLs without a path, such as
     * {@code loadBalancer.url()}, or {@code https://} and the host of a route that has one. Default: none.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html">
     *     Authenticate users using an Application Load Balancer</a>
     */
    public abstract List<Output<String>> loadBalancerUrls();

    /**
     * The scopes that tokens of the client may have. For users: {@code openid}, {@code email}, {@code profile},
     * {@code phone} and {@code aws.cognito.signin.user.admin}. For every kind: scopes of the pool's resource servers,
     * such as {@code orders/read}. {@code email}, {@code profile} and {@code phone} require {@code openid}, and so does
     * a load balancer. Required for a machine. Default: {@code openid}, {@code email} and {@code profile}.
     */
    @Value.Default
    public Set<String> scopes() {
        return kind() == ClientKind.MACHINE ? Set.of() : Set.of("openid", "email", "profile");
    }

    /**
     * The custom attributes of the pool that users may set and change, by their names without {@code custom:}. Every
     * holder of a user's access token can. Leave out attributes that decide about permissions, such as a tenant or a
     * role. All attributes can be read. Default: none, so only administrators write them.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html">Working
     *     with user attributes: attribute permissions and scopes</a>
     */
    public abstract Set<String> writableAttributes();

    /** How long an access token is valid, 5 minutes to a day, in whole minutes. Default: an hour. */
    @Value.Default
    public Duration accessTokenValidity() {
        return Duration.ofHours(1);
    }

    /** How long an ID token is valid, 5 minutes to a day, in whole minutes. Default: an hour. */
    @Value.Default
    public Duration idTokenValidity() {
        return Duration.ofHours(1);
    }

    /**
     * How long a refresh token is valid, an hour to ten years, in whole minutes, and longer than the other tokens.
     * Default: 30 days.
     */
    @Value.Default
    public Duration refreshTokenValidity() {
        return Duration.ofDays(30);
    }

    /**
     * Whether each refresh token can be used once and is replaced by the next. Not possible with a load balancer, which
     * uses its refresh token more than once. Default: {@code true} for an SPA, whose tokens can be stolen, otherwise
     * {@code false}.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html">
     *     Refresh tokens</a>
     */
    @Value.Default
    public boolean refreshTokenRotation() {
        return kind() == ClientKind.SPA;
    }

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options. */
    public final Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AppClientArgs}. */
    public static final class Builder extends ImmutableAppClientArgs.Builder {
        Builder() {}

        /** Sets the URLs to which users return after login. */
        public Builder callbackUrls(String... urls) {
            return callbackUrls(Arrays.asList(urls));
        }

        /** Sets the URLs to which users return after logout. */
        public Builder logoutUrls(String... urls) {
            return logoutUrls(Arrays.asList(urls));
        }

        /** Adds a load balancer that logs users in as this server. */
        public Builder loadBalancerUrl(Output<String> url) {
            return addLoadBalancerUrls(url);
        }

        /** Adds a load balancer that logs users in as this server. */
        public Builder loadBalancerUrl(String url) {
            return loadBalancerUrl(Output.of(url));
        }

        /** Sets the custom attributes that users may set and change. */
        public Builder writableAttributes(String... names) {
            return writableAttributes(Arrays.asList(names));
        }

        /** Sets the scopes that tokens may have. */
        public Builder scopes(String... scopes) {
            return scopes(Arrays.asList(scopes));
        }
    }
}

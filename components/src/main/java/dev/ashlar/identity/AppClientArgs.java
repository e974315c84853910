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
 * An application that gets tokens from a {@link UserPool}. Its kind decides what else it is.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html">Application
 *     settings with app clients</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class AppClientArgs {

    /** What names it within its pool, such as {@code web}. Required. */
    public abstract @Nullable String label();

    /**
     * What it is. Required. A change between one that has a secret and one that has none replaces the client, and its id
     * changes.
     */
    public abstract @Nullable ClientKind kind();

    /**
     * Where users may be sent after they logged in: HTTPS, {@code http://localhost} or a scheme of an app. Required for a
     * server, unless it has {@link #loadBalancerUrls}; without any, an SPA logs users in by itself with SRP.
     */
    public abstract List<String> callbackUrls();

    /**
     * Where users may be sent after they logged out; the same rules hold. Only a client that logs users in has any. Default:
     * nowhere.
     */
    public abstract List<String> logoutUrls();

    /**
     * Load balancers that log users in as this server: their URLs without a path, such as {@code loadBalancer.url()}, or
     * {@code https://} and the host of a route that has one. Default: none.
     *
     * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html">
     *     Authenticate users using an Application Load Balancer</a>
     */
    public abstract List<Output<String>> loadBalancerUrls();

    /**
     * What its tokens permit: for users some of {@code openid}, {@code email}, {@code profile}, {@code phone} and {@code
     * aws.cognito.signin.user.admin}, and for everybody scopes of the pool's resource servers such as {@code
     * orders/read}. {@code email}, {@code profile} and {@code phone} come with {@code openid} only, which a load balancer
     * needs. Default: {@code openid}, {@code email} and {@code profile}; required for a machine.
     */
    @Value.Default
    public Set<String> scopes() {
        return kind() == ClientKind.MACHINE ? Set.of() : Set.of("openid", "email", "profile");
    }

    /**
     * Custom attributes of the pool that users may set and change themselves, by their names without {@code custom:}; whoever
     * has an access token of a user can. Leave out what decides what a user may do, such as a tenant or a role. Default:
     * none; only administrators write them. All of them can be read.
     *
     * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html">Working
     *     with user attributes: attribute permissions and scopes</a>
     */
    public abstract Set<String> writableAttributes();

    /** How long an access token is good, 5 minutes to a day, in whole minutes. Default: an hour. */
    @Value.Default
    public Duration accessTokenValidity() {
        return Duration.ofHours(1);
    }

    /** How long an id token is good, 5 minutes to a day, in whole minutes. Default: an hour. */
    @Value.Default
    public Duration idTokenValidity() {
        return Duration.ofHours(1);
    }

    /**
     * How long a refresh token is good, an hour to ten years, in whole minutes, and longer than the other tokens. Default:
     * 30 days.
     */
    @Value.Default
    public Duration refreshTokenValidity() {
        return Duration.ofDays(30);
    }

    /**
     * Whether each refresh token serves once and brings the next. Default: for an SPA, whose tokens a thief can get at; a
     * load balancer cannot cope with it.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html">
     *     Refresh tokens</a>
     */
    @Value.Default
    public boolean refreshTokenRotation() {
        return kind() == ClientKind.SPA;
    }

    /** Starts the options. */
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

        /** Where users may be sent after they logged in. */
        public Builder callbackUrls(String... urls) {
            return callbackUrls(Arrays.asList(urls));
        }

        /** Where users may be sent after they logged out. */
        public Builder logoutUrls(String... urls) {
            return logoutUrls(Arrays.asList(urls));
        }

        /** A load balancer that logs users in as this server. */
        public Builder loadBalancerUrl(Output<String> url) {
            return addLoadBalancerUrls(url);
        }

        /** A load balancer that logs users in as this server. */
        public Builder loadBalancerUrl(String url) {
            return loadBalancerUrl(Output.of(url));
        }

        /** Custom attributes that users may set and change themselves. */
        public Builder writableAttributes(String... names) {
            return writableAttributes(Arrays.asList(names));
        }

        /** What its tokens permit. */
        public Builder scopes(String... scopes) {
            return scopes(Arrays.asList(scopes));
        }
    }
}

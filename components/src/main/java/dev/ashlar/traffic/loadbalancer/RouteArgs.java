package dev.ashlar.traffic.loadbalancer;

import dev.ashlar.identity.UserPoolLogin;
import dev.ashlar.internal.component.ArgsStyle;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a route takes. Hosts and paths together have at most five values and five wildcards, as <a
 * href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html">Quotas for your
 * Application Load Balancers</a> says.
 */
@Value.Immutable
@ArgsStyle
public abstract class RouteArgs {

    /** Host names such as {@code api.example.com} or {@code *.example.com}. Default: every host. */
    public abstract List<String> hosts();

    /** Paths such as {@code /api/*}; upper and lower case differ. Default: every path. */
    public abstract List<String> paths();

    /**
     * The place of the route among the others, 1 to 50000; the first that matches a request serves it. Default:
     * computed from hosts and paths, more specific routes first, so that no other route ever moves.
     */
    public abstract @Nullable Integer priority();

    /**
     * How users log in before their requests reach the service. The load balancer must be one that {@link
     * ApplicationLoadBalancerArgs#authenticatesUsers}. Default: whoever asks is served.
     */
    public abstract @Nullable RouteAuthentication authentication();

    /** Starts the options. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link RouteArgs}. */
    public static final class Builder extends ImmutableRouteArgs.Builder {
        Builder() {}

        /** Host names such as {@code api.example.com} or {@code *.example.com}. */
        public Builder hosts(String... hosts) {
            return hosts(Arrays.asList(hosts));
        }

        /** Paths such as {@code /api/*}. */
        public Builder paths(String... paths) {
            return paths(Arrays.asList(paths));
        }

        /** Logs users in to a user pool first. */
        public Builder authenticate(UserPoolLogin login) {
            return authenticate(options -> options.userPool(login));
        }

        /** Logs users in to an identity provider first. */
        public Builder authenticate(OidcProvider provider) {
            return authenticate(options -> options.oidc(provider));
        }

        /** Logs users in first. */
        public Builder authenticate(Consumer<RouteAuthentication.Builder> options) {
            var builder = RouteAuthentication.builder();
            options.accept(builder);
            return authentication(builder.build());
        }
    }
}

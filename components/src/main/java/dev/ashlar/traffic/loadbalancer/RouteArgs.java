package dev.ashlar.traffic.loadbalancer;

import dev.ashlar.identity.UserPoolLogin;
import dev.ashlar.internal.component.ArgsStyle;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The requests that a route matches. Hosts and paths together have at most five values and five wildcards, see <a
 * href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html">Quotas for
 * your Application Load Balancers</a>.
 */
@Value.Immutable
@ArgsStyle
public abstract class RouteArgs {

    /** The host names, such as {@code api.example.com} or {@code *.example.com}. Default: every host. */
    public abstract List<String> hosts();

    /** The paths, such as {@code /api/*}; they are case-sensitive. Default: every path. */
    public abstract List<String> paths();

    /**
     * The priority of the route, 1 to 50000; the route with the lowest number that matches a request serves it.
     * Default: computed from hosts and paths, more specific routes first, so that a new route never changes another.
     */
    public abstract @Nullable Integer priority();

    /**
     * How users log in before their requests reach the service. Requires {@link
     * ApplicationLoadBalancerArgs#authenticatesUsers} of the load balancer. Default: requests need no login.
     */
    public abstract @Nullable RouteAuthentication authentication();

    /** Returns a new builder. */
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

        /** Sets the host names, such as {@code api.example.com} or {@code *.example.com}. */
        public Builder hosts(String... hosts) {
            return hosts(Arrays.asList(hosts));
        }

        /** Sets the paths, such as {@code /api/*}. */
        public Builder paths(String... paths) {
            return paths(Arrays.asList(paths));
        }

        /** Requires users to log in to a user pool. */
        public Builder authenticate(UserPoolLogin login) {
            return authenticate(options -> options.userPool(login));
        }

        /** Requires users to log in to an identity provider. */
        public Builder authenticate(OidcProvider provider) {
            return authenticate(options -> options.oidc(provider));
        }

        /** Requires users to log in. */
        public Builder authenticate(Consumer<RouteAuthentication.Builder> options) {
            var builder = RouteAuthentication.builder();
            options.accept(builder);
            return authentication(builder.build());
        }
    }
}

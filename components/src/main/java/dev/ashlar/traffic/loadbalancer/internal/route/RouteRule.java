package dev.ashlar.traffic.loadbalancer.internal.route;

import com.pulumi.aws.lb.ListenerRule;
import com.pulumi.aws.lb.ListenerRuleArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionAuthenticateCognitoArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionAuthenticateOidcArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionHostHeaderArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionPathPatternArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.ashlar.identity.UserPoolLogin;
import dev.ashlar.internal.component.Tags;
import dev.ashlar.traffic.loadbalancer.OidcProvider;
import dev.ashlar.traffic.loadbalancer.RouteAuthentication;
import dev.ashlar.traffic.loadbalancer.ServiceRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Creates the listener rule of a route, owned by the service that serves it: an optional login, and the target. */
public final class RouteRule {

    private RouteRule() {}

    /** Creates a rule that forwards requests to one target group. */
    public static ListenerRule forward(
            String name,
            ServiceRoute route,
            Output<String> targetGroupArn,
            Map<String, String> tags,
            CustomResourceOptions child) {
        var forward = ListenerRuleActionArgs.builder().type("forward").targetGroupArn(targetGroupArn);
        return create(name, route, forward, tags, child);
    }

    public static ListenerRule create(
            String name,
            ServiceRoute route,
            ListenerRuleActionArgs.Builder forward,
            Map<String, String> tags,
            CustomResourceOptions child) {
        var actions = new ArrayList<ListenerRuleActionArgs>();
        route.authentication().ifPresent(authentication -> {
            actions.add(login(authentication));
            forward.order(2);
        });
        actions.add(forward.build());
        return new ListenerRule(
                name,
                ListenerRuleArgs.builder()
                        .listenerArn(route.listenerArn())
                        .priority(route.priority())
                        .conditions(conditions(route))
                        .actions(actions)
                        .tags(Tags.named(name, tags))
                        .build(),
                child);
    }

    private static List<ListenerRuleConditionArgs> conditions(ServiceRoute route) {
        var conditions = new ArrayList<ListenerRuleConditionArgs>();
        if (!route.hosts().isEmpty()) {
            conditions.add(ListenerRuleConditionArgs.builder()
                    .hostHeader(ListenerRuleConditionHostHeaderArgs.builder()
                            .values(route.hosts())
                            .build())
                    .build());
        }
        // A rule has at most five values, and one with hosts needs no value for every path.
        if (route.hosts().isEmpty() || !route.paths().equals(Routes.EVERY_PATH)) {
            conditions.add(ListenerRuleConditionArgs.builder()
                    .pathPattern(ListenerRuleConditionPathPatternArgs.builder()
                            .values(route.paths())
                            .build())
                    .build());
        }
        return conditions;
    }

    private static ListenerRuleActionArgs login(RouteAuthentication authentication) {
        var builder = ListenerRuleActionArgs.builder().order(1);
        var pool = authentication.userPool();
        if (pool != null) {
            builder.type("authenticate-cognito").authenticateCognito(cognito(authentication, pool));
        }
        var provider = authentication.oidc();
        if (provider != null) {
            builder.type("authenticate-oidc").authenticateOidc(oidc(authentication, provider));
        }
        return builder.build();
    }

    private static ListenerRuleActionAuthenticateCognitoArgs cognito(
            RouteAuthentication authentication, UserPoolLogin pool) {
        return ListenerRuleActionAuthenticateCognitoArgs.builder()
                .userPoolArn(pool.userPoolArn())
                .userPoolClientId(pool.clientId())
                .userPoolDomain(pool.domain())
                .onUnauthenticatedRequest(
                        authentication.onUnauthenticatedRequest().wireName())
                .scope(authentication.scope())
                .sessionTimeout(sessionSeconds(authentication))
                .build();
    }

    private static ListenerRuleActionAuthenticateOidcArgs oidc(
            RouteAuthentication authentication, OidcProvider provider) {
        return ListenerRuleActionAuthenticateOidcArgs.builder()
                .issuer(provider.issuer())
                .authorizationEndpoint(provider.authorizationEndpoint())
                .tokenEndpoint(provider.tokenEndpoint())
                .userInfoEndpoint(provider.userInfoEndpoint())
                .clientId(provider.clientId())
                .clientSecret(provider.clientSecret())
                .onUnauthenticatedRequest(
                        authentication.onUnauthenticatedRequest().wireName())
                .scope(authentication.scope())
                .sessionTimeout(sessionSeconds(authentication))
                .build();
    }

    private static int sessionSeconds(RouteAuthentication authentication) {
        return Math.toIntExact(authentication.sessionTimeout().toSeconds());
    }
}

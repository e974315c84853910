package dev.ashlar.traffic.loadbalancer;

import com.pulumi.aws.lb.ListenerRule;
import com.pulumi.aws.lb.inputs.ListenerRuleActionArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionForwardArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionForwardStickinessArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionForwardTargetGroupArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.ashlar.core.Component;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.component.Created;
import dev.ashlar.traffic.loadbalancer.internal.route.RouteRule;
import dev.ashlar.traffic.loadbalancer.internal.route.WeightedRouteCheck;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Creates a route whose requests are distributed over several target groups in proportion to their weights, such as two
 * colours of one service during a deployment.
 *
 * <pre>{@code
 * new WeightedRoute("orders", WeightedRouteArgs.builder()
 *         .route(loadBalancer.route(route -> route.paths("/orders/*")))
 *         .target("blue", blue.arn(), 95)
 *         .target("green", green.arn(), 5)
 *         .build());
 * }</pre>
 *
 * <p>Costs nothing beyond the capacity of the load balancer. Only another load balancer replaces it.
 */
public final class WeightedRoute extends Component {

    private static final String TYPE = "ashlar:traffic:WeightedRoute";

    private final Created<ListenerRule> created;

    /**
     * Creates a route.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public WeightedRoute(String name, WeightedRouteArgs args) {
        this(name, args, null);
    }

    /**
     * Creates a route.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public WeightedRoute(String name, WeightedRouteArgs args, @Nullable ComponentResourceOptions options) {
        super(TYPE, name, options, check(name, args));
        this.created = create(() -> createRule(name, args));
        registerOutputs(Map.of("ruleArn", ruleArn()));
    }

    /** Returns the violations of the options; empty when the route can be created. */
    public static Violations check(String name, WeightedRouteArgs args) {
        var violations = WeightedRouteCheck.check(name, args);
        args.checkKeys(violations);
        return violations;
    }

    private ListenerRule createRule(String name, WeightedRouteArgs args) {
        var route = Objects.requireNonNull(args.route());
        var child = childOptions();
        if (args.weightsOwner() == WeightedRouteArgs.WeightsOwner.EXTERNAL) {
            child.ignoreChanges(
                    "actions[%d].forward".formatted(route.authentication().isPresent() ? 1 : 0));
        }
        var forward = ListenerRuleActionArgs.builder().type("forward").forward(forward(args));
        return RouteRule.create(name, route, forward, args.tags(), child.build());
    }

    private static ListenerRuleActionForwardArgs forward(WeightedRouteArgs args) {
        var forward = ListenerRuleActionForwardArgs.builder()
                .targetGroups(new TreeMap<>(args.targets())
                        .values().stream()
                                .map(target -> ListenerRuleActionForwardTargetGroupArgs.builder()
                                        .arn(target.targetGroupArn())
                                        .weight(target.weight())
                                        .build())
                                .toList());
        var stickiness = args.stickiness();
        if (stickiness != null) {
            forward.stickiness(ListenerRuleActionForwardStickinessArgs.builder()
                    .enabled(true)
                    .duration(Math.toIntExact(stickiness.toSeconds()))
                    .build());
        }
        return forward.build();
    }

    /** Returns the ARN of the listener rule, whose weights a deployment changes. */
    public Output<String> ruleArn() {
        return created.output(ListenerRule::arn);
    }
}

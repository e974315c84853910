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
import dev.ashlar.internal.check.WholeSeconds;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import dev.ashlar.traffic.loadbalancer.internal.route.RouteRule;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A share of a load balancer's traffic that goes to several target groups in proportion to their weights: two colours of
 * one service while a new version takes over.
 *
 * <pre>{@code
 * new WeightedRoute("orders", WeightedRouteArgs.builder()
 *         .route(loadBalancer.route(route -> route.paths("/orders/*")))
 *         .target("blue", blue.arn(), 95)
 *         .target("green", green.arn(), 5)
 *         .build());
 * }</pre>
 *
 * <p>It costs nothing beyond the load balancer's capacity. Nothing replaces it but another load balancer.
 */
public final class WeightedRoute extends Component {

    private static final String TYPE = "ashlar:traffic:WeightedRoute";
    private static final int MAX_TARGETS = 5;
    private static final int MAX_WEIGHT = 999;
    private static final int MAX_STICKINESS_SECONDS = 604_800;

    private final ListenerRule rule;

    /**
     * Creates a route.
     *
     * @throws dev.ashlar.core.InvalidArgsException with every fault of the options
     */
    public WeightedRoute(String name, WeightedRouteArgs args) {
        this(name, args, null);
    }

    /**
     * Creates a route.
     *
     * @throws dev.ashlar.core.InvalidArgsException with every fault of the options
     */
    public WeightedRoute(String name, WeightedRouteArgs args, @Nullable ComponentResourceOptions options) {
        super(TYPE, name, check(name, args), options);
        var route = Objects.requireNonNull(args.route());
        var child = childOptions();
        if (args.weightsOwner() == WeightedRouteArgs.WeightsOwner.EXTERNAL) {
            child.ignoreChanges(
                    "actions[%d].forward".formatted(route.authentication().isPresent() ? 1 : 0));
        }
        var forward = ListenerRuleActionArgs.builder().type("forward").forward(forward(args));
        this.rule = RouteRule.create(name, route, forward, args.tags(), child.build());
        registerOutputs(Map.of("ruleArn", ruleArn()));
    }

    /** Every fault of the options; empty when the route can be created. */
    public static Violations check(String name, WeightedRouteArgs args) {
        var violations = Violations.of("WeightedRoute", name);
        Names.check(name, violations);
        Tags.check(args.tags(), violations);
        violations.require("route", args.route(), "it says which requests", "give one of a load balancer");
        int targets = args.targets().size();
        violations.expect(
                targets >= 1 && targets <= MAX_TARGETS,
                "targets",
                "%d target groups".formatted(targets),
                "a listener rule forwards to from 1 to %d".formatted(MAX_TARGETS),
                "give as many");
        new TreeMap<>(args.targets())
                .forEach((label, target) -> violations.expect(
                        target.weight() >= 0 && target.weight() <= MAX_WEIGHT,
                        "targets." + label,
                        target.weight(),
                        "a weight is from 0 to %d".formatted(MAX_WEIGHT),
                        "use such a weight"));
        violations.expect(
                targets == 0 || args.targets().values().stream().anyMatch(target -> target.weight() > 0),
                "targets",
                "with no weight but 0",
                "requests have to go somewhere",
                "give one of them a weight");
        args.stickiness()
                .ifPresent(stickiness ->
                        WholeSeconds.check("stickiness", stickiness, 1, MAX_STICKINESS_SECONDS, violations));
        return violations;
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
        args.stickiness()
                .ifPresent(stickiness -> forward.stickiness(ListenerRuleActionForwardStickinessArgs.builder()
                        .enabled(true)
                        .duration(Math.toIntExact(stickiness.toSeconds()))
                        .build()));
        return forward.build();
    }

    /** The ARN of the listener rule, whose weights a deployment moves. */
    public Output<String> ruleArn() {
        return rule.arn();
    }
}

package dev.ashlar.traffic.loadbalancer.internal.route;

import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.Check;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import dev.ashlar.traffic.loadbalancer.WeightedRoute;
import dev.ashlar.traffic.loadbalancer.WeightedRouteArgs;
import java.util.TreeMap;

/** Checks the options of a {@link WeightedRoute}. */
public final class WeightedRouteCheck {

    private static final int MAX_TARGETS = 5;
    private static final int MAX_WEIGHT = 999;
    private static final int MAX_STICKINESS_SECONDS = 604_800;

    private WeightedRouteCheck() {}

    public static Violations check(String name, WeightedRouteArgs args) {
        var violations = Violations.of("WeightedRoute", name);
        Names.check(name, violations);
        Tags.check(args.tags(), violations);
        var check = new Check(violations);
        check.option("route", args.route()).required("it determines the requests", "set a route of a load balancer");
        check.count("targets", args.targets().size(), "target groups")
                .within(
                        1,
                        MAX_TARGETS,
                        "a listener rule forwards to 1 to %d target groups".formatted(MAX_TARGETS),
                        "add or remove targets");
        new TreeMap<>(args.targets()).forEach((label, target) -> check.option("targets." + label, target.weight())
                .within(0, MAX_WEIGHT, "a weight is 0 to %d".formatted(MAX_WEIGHT), "use a weight in this range"));
        check.option("targets", args.targets())
                .shownAs("with no weight but 0")
                .that(
                        targets -> targets.values().stream().anyMatch(target -> target.weight() > 0),
                        "at least one target group must receive requests",
                        "set a weight above 0");
        check.option("stickiness", args.stickiness()).seconds(1, MAX_STICKINESS_SECONDS);
        return violations;
    }
}

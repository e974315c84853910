package dev.ashlar.compute.internal.service;

import dev.ashlar.compute.FargateService;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.HealthCheckArgs;
import dev.ashlar.compute.LoadBalancingAlgorithm;
import dev.ashlar.compute.internal.container.Shutdown;
import dev.ashlar.compute.internal.task.TaskCheck;
import dev.ashlar.core.Binding;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.Check;
import dev.ashlar.internal.check.WholeSeconds;
import dev.ashlar.internal.component.Names;
import java.util.regex.Pattern;

/** Finds every fault in the options of a {@link FargateService}. */
public final class FargateServiceCheck {

    // A target group's name has at most 32 characters, of which autonaming takes 8.
    private static final int MAX_ROUTED_NAME = 24;
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html, tasks per service
    static final int MAX_TASKS = 5000;
    private static final int MAX_PATH = 1024;
    private static final Pattern MATCHER = Pattern.compile("[2-4]\\d\\d(?:[-,][2-4]\\d\\d)*");

    private final FargateServiceArgs args;
    private final Violations violations;
    private final Check check;

    private FargateServiceCheck(String name, FargateServiceArgs args) {
        this.args = args;
        this.violations = Violations.of("FargateService", name);
        this.check = new Check(violations);
        Names.check(name, args.route() == null ? Names.MAX_LENGTH : MAX_ROUTED_NAME, violations);
    }

    public static Violations check(String name, FargateServiceArgs args) {
        var check = new FargateServiceCheck(name, args);
        TaskCheck.check(args, ServicePlan.needs(name, args), check.violations);
        check.count();
        check.idleConnections();
        ServiceConnect.check(args, check.violations);
        ServiceScalingCheck.check(args, check.violations);
        check.traffic();
        check.lifetime();
        return check.violations;
    }

    private void count() {
        check.option("desiredCount", args.desiredCount()).within(0, MAX_TASKS, "tasks of a service");
        check.option("profile.spotPercentage", args.profile().spotPercentage())
                .when(args.interruptible())
                .within(0, 100, "percent");
    }

    private void idleConnections() {
        args.uses().stream()
                .filter(Binding::pausesWhenIdle)
                .map(Binding::provider)
                .distinct()
                .forEach(provider -> violations.expect(
                        args.closesIdleConnections(),
                        "uses",
                        provider + ", which pauses when nobody is connected",
                        "a connection pool that stays open would keep it awake for ever",
                        "let the pool close idle connections and say so with closesIdleConnections(true), or give the"
                                + " database a minCapacity above 0"));
    }

    private void traffic() {
        if (args.route() == null) {
            return;
        }
        check.option("port", args.port())
                .required("a route needs the port that the container listens on", "give the port, such as 8080");
        healthCheck(args.healthCheck());
        if (!args.slowStart().isZero()) {
            check.option("slowStart", args.slowStart())
                    .seconds(30, 900)
                    .that(
                            () -> args.loadBalancingAlgorithm() == LoadBalancingAlgorithm.ROUND_ROBIN,
                            "the load balancer offers no slow start with " + args.loadBalancingAlgorithm(),
                            "leave it out, or use ROUND_ROBIN");
        }
    }

    private void healthCheck(HealthCheckArgs health) {
        check.option("healthCheck.path", health.path())
                .that(
                        () -> health.path().startsWith("/") && health.path().length() <= MAX_PATH,
                        "a path has at most %d characters and starts with a slash".formatted(MAX_PATH),
                        "use a path like /health");
        check.option("healthCheck.matcher", health.matcher())
                .matches(
                        MATCHER,
                        "a matcher lists status codes from 200 to 499",
                        "use a form like 200, 200,204 or 200-299");
        check.option("healthCheck.interval", health.interval()).seconds(5, 300);
        check.option("healthCheck.timeout", health.timeout())
                .seconds(2, 120)
                .that(
                        () -> health.timeout().compareTo(health.interval()) < 0,
                        "the next check comes after " + health.interval(),
                        "use a time shorter than the interval");
        check.option("healthCheck.healthyThreshold", health.healthyThreshold()).within(2, 10, "responses");
        check.option("healthCheck.unhealthyThreshold", health.unhealthyThreshold())
                .within(2, 10, "responses");
        check.option("healthCheck.gracePeriod", health.gracePeriod()).seconds(0, Integer.MAX_VALUE);
    }

    private void lifetime() {
        var drain = args.drain();
        violations.expect(
                WholeSeconds.inRange(drain, 0, Shutdown.LONGEST_DRAIN),
                "drain",
                drain,
                "a container gets 10 seconds more to stop, and Fargate kills it after 120 seconds at the latest",
                "use 0 to %d whole seconds".formatted(Shutdown.LONGEST_DRAIN));
        check.option("steadyStateTimeout", args.steadyStateTimeout()).seconds(60, 24 * 3600);
    }
}

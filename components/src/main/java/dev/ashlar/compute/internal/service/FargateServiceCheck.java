package dev.ashlar.compute.internal.service;

import dev.ashlar.compute.FargateService;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.HealthCheckArgs;
import dev.ashlar.compute.LoadBalancingAlgorithm;
import dev.ashlar.compute.internal.container.Shutdown;
import dev.ashlar.compute.internal.task.TaskCheck;
import dev.ashlar.core.Binding;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.WholeSeconds;
import dev.ashlar.internal.component.Names;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Finds every fault in the options of a {@link FargateService}. */
public final class FargateServiceCheck {

    // A target group's name has at most 32 characters, of which autonaming takes 8.
    private static final int MAX_ROUTED_NAME = 24;
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html, tasks per service
    static final int MAX_TASKS = 5000;
    private static final Pattern MATCHER = Pattern.compile("[2-4]\\d\\d(?:[-,][2-4]\\d\\d)*");

    private final FargateServiceArgs args;
    private final Violations violations;

    private FargateServiceCheck(String name, FargateServiceArgs args) {
        this.args = args;
        this.violations = Violations.of("FargateService", name);
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
        range("desiredCount", OptionalInt.of(args.desiredCount()), 0, MAX_TASKS, "tasks of a service");
        int spot = args.profile().spotPercentage();
        violations.expect(
                !args.interruptible() || (spot >= 0 && spot <= 100),
                "profile.spotPercentage",
                spot,
                "it is a share of the tasks",
                "use 0 to 100");
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
        violations.expect(
                args.port().isPresent(),
                "port",
                null,
                "a route needs the port that the container listens on",
                "give the port, such as 8080");
        healthCheck(args.healthCheck());
        if (!args.slowStart().isZero()) {
            WholeSeconds.check("slowStart", args.slowStart(), 30, 900, violations);
            violations.expect(
                    args.loadBalancingAlgorithm() == LoadBalancingAlgorithm.ROUND_ROBIN,
                    "slowStart",
                    args.slowStart(),
                    "the load balancer offers no slow start with " + args.loadBalancingAlgorithm(),
                    "leave it out, or use ROUND_ROBIN");
        }
    }

    private void healthCheck(HealthCheckArgs check) {
        violations.expect(
                check.path().startsWith("/") && check.path().length() <= 1024,
                "healthCheck.path",
                check.path(),
                "it is the path of a URL of at most 1024 characters",
                "begin it with a slash, like /health");
        violations.expect(
                MATCHER.matcher(check.matcher()).matches(),
                "healthCheck.matcher",
                check.matcher(),
                "it lists status codes from 200 to 499",
                "use a form like 200, 200,204 or 200-299");
        WholeSeconds.check("healthCheck.interval", check.interval(), 5, 300, violations);
        WholeSeconds.check("healthCheck.timeout", check.timeout(), 2, 120, violations);
        violations.expect(
                check.timeout().compareTo(check.interval()) < 0,
                "healthCheck.timeout",
                check.timeout(),
                "the next check comes after " + check.interval(),
                "use a time shorter than the interval");
        range("healthCheck.healthyThreshold", OptionalInt.of(check.healthyThreshold()), 2, 10, "answers");
        range("healthCheck.unhealthyThreshold", OptionalInt.of(check.unhealthyThreshold()), 2, 10, "answers");
        if (check.gracePeriod() != null) {
            WholeSeconds.check("healthCheck.gracePeriod", check.gracePeriod(), 0, Integer.MAX_VALUE, violations);
        }
    }

    private void lifetime() {
        var drain = args.drain();
        violations.expect(
                WholeSeconds.inRange(drain, 0, Shutdown.LONGEST_DRAIN),
                "drain",
                drain,
                "a container gets 10 seconds more to stop, and Fargate kills it after 120 seconds at the latest",
                "use 0 to %d whole seconds".formatted(Shutdown.LONGEST_DRAIN));
        WholeSeconds.check("steadyStateTimeout", args.steadyStateTimeout(), 60, 24 * 3600, violations);
    }

    private void range(String option, OptionalInt value, int least, int most, String unit) {
        range(violations, option, value, least, most, unit);
    }

    static void range(Violations violations, String option, OptionalInt value, int least, int most, String unit) {
        value.ifPresent(got -> violations.expect(
                got >= least && got <= most,
                option,
                got,
                "AWS allows %d to %d %s".formatted(least, most, unit),
                "use a number in this range"));
    }
}

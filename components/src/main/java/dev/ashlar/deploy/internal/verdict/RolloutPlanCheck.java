package dev.ashlar.deploy.internal.verdict;

import dev.ashlar.core.Violations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a plan, the traffic that it expects, and the series that it judges. */
final class RolloutPlanCheck {

    private RolloutPlanCheck() {}

    /** Returns the violations of a plan, and of its soak for the traffic, if that is known. */
    static Violations check(String subject, RolloutPlan plan, @Nullable ExpectedTraffic traffic) {
        var violations = Violations.of(subject);
        weights(plan.weights(), violations);
        violations.expect(
                plan.soakMinutes() >= 1,
                "soakMinutes",
                plan.soakMinutes(),
                "a step lasts at least one minute",
                "use a number such as 30");
        violations.expect(
                plan.extensionMinutes() >= 0,
                "extensionMinutes",
                plan.extensionMinutes(),
                "an extension is not negative",
                "use 0 to extend no step");
        violations.expect(
                plan.minRequests() >= 1,
                "minRequests",
                plan.minRequests(),
                "a verdict requires at least one request",
                "use a number such as 300");
        share("falseRollback", plan.falseRollback(), violations);
        share("errorLimit", plan.errorLimit(), violations);
        share("latencyLimit", plan.latencyLimit(), violations);
        share("cpuLimit", plan.cpuLimit(), violations);
        share("memoryLimit", plan.memoryLimit(), violations);
        share("hardErrorRate", plan.hardErrorRate(), violations);
        share("hardUnhealthy", plan.hardUnhealthy(), violations);
        if (traffic != null) {
            traffic(plan, traffic, violations);
        }
        return violations;
    }

    private static void weights(List<Integer> weights, Violations violations) {
        var rising = !weights.isEmpty() && weights.get(0) > 0 && weights.get(weights.size() - 1) == 100;
        for (var i = 1; i < weights.size(); i++) {
            rising &= weights.get(i) > weights.get(i - 1);
        }
        violations.expect(
                rising && weights.size() > 1,
                "weights",
                weights,
                "weights are percentages that rise to 100, with at least one step before it",
                "use weights such as 5, 25, 50, 100");
    }

    private static void share(String option, double value, Violations violations) {
        violations.expect(
                value > 0 && value < 1,
                option,
                value,
                "a share lies between 0 and 1, both excluded",
                "use a share such as 0.01 for 1 %");
    }

    private static void traffic(RolloutPlan plan, ExpectedTraffic traffic, Violations violations) {
        violations.expect(
                traffic.requests() > 0,
                "traffic.requests",
                traffic.requests(),
                "a rollout requires requests",
                "use the requests a minute");
        share("traffic.errorRate", traffic.errorRate(), violations);
        share("traffic.power", traffic.power(), violations);
        if (!violations.isEmpty()) {
            return;
        }
        var needed =
                Power.minutesNeeded(plan, traffic.requests(), traffic.errorRate(), plan.errorLimit(), traffic.power());
        if (needed.isEmpty() || needed.getAsInt() > plan.soakMinutes()) {
            violations.add(
                    "soakMinutes",
                    plan.soakMinutes(),
                    "at %,.0f requests a minute, steps %s to detect a rise of %.2f points with a probability of %.0f %%"
                            .formatted(
                                    traffic.requests(),
                                    needed.isEmpty()
                                            ? "of a whole day are too short"
                                            : "require %,d minutes".formatted(needed.getAsInt()),
                                    100 * plan.errorLimit(),
                                    100 * traffic.power()),
                    needed.isEmpty() ? "raise errorLimit" : "use %d or more".formatted(needed.getAsInt()));
        }
    }
}

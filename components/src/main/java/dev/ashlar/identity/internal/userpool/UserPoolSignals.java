package dev.ashlar.identity.internal.userpool;

import com.pulumi.core.Output;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Signal.Objective;
import dev.ashlar.core.Signal.Statistic;
import dev.ashlar.internal.aws.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The signals of a user pool. Each metric belongs to one client and exists only while users log in to it.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/metrics-for-cognito-user-pools.html">User
 *     pool metrics in CloudWatch</a>
 */
public final class UserPoolSignals {

    private UserPoolSignals() {}

    public static List<Signal> of(String pool, Output<String> poolId, Map<String, Output<String>> clientIds) {
        var signals = new ArrayList<Signal>();
        clientIds.forEach((client, clientId) -> {
            var metrics = new Signals(pool, "AWS/Cognito", Map.of("UserPool", poolId, "UserPoolClient", clientId));
            signals.add(metrics.onEvents(client + "-sign-ins", "SignInSuccesses", Statistic.SUM)
                    .build());
            // Cognito's request quota is exceeded, so users cannot log in.
            signals.add(metrics.onEvents(client + "-sign-in-throttles", "SignInThrottles", Statistic.SUM)
                    .objective(Objective.atMost(0))
                    .build());
            signals.add(metrics.onEvents(client + "-token-refresh-throttles", "TokenRefreshThrottles", Statistic.SUM)
                    .objective(Objective.atMost(0))
                    .build());
        });
        return signals;
    }
}

package dev.ashlar.identity.internal.userpool;

import com.pulumi.core.Output;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Signal.MissingData;
import dev.ashlar.core.Signal.Objective;
import dev.ashlar.core.Signal.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a user pool can be observed by: each metric is one client's, and exists only while users log in to it.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/metrics-for-cognito-user-pools.html">User pool
 *     metrics in CloudWatch</a>
 */
public final class UserPoolSignals {

    private UserPoolSignals() {}

    public static List<Signal> of(String pool, Output<String> poolId, Map<String, Output<String>> clientIds) {
        var signals = new ArrayList<Signal>();
        clientIds.forEach((client, clientId) -> {
            signals.add(signal(pool, poolId, clientId, client + "-sign-ins", "SignInSuccesses")
                    .build());
            // Cognito's quota of requests is reached: users are turned away.
            signals.add(signal(pool, poolId, clientId, client + "-sign-in-throttles", "SignInThrottles")
                    .objective(Objective.atMost(0))
                    .build());
            signals.add(signal(pool, poolId, clientId, client + "-token-refresh-throttles", "TokenRefreshThrottles")
                    .objective(Objective.atMost(0))
                    .build());
        });
        return signals;
    }

    private static Signal.Builder signal(
            String pool, Output<String> poolId, Output<String> clientId, String name, String metric) {
        return Signal.builder()
                .source(pool)
                .name(name)
                .namespace("AWS/Cognito")
                .metric(metric)
                .putDimensions("UserPool", poolId)
                .putDimensions("UserPoolClient", clientId)
                .statistic(Statistic.SUM)
                .missingData(MissingData.NOT_BREACHING);
    }
}

package dev.ashlar.traffic.ingestion.internal;

import com.pulumi.core.Output;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Signal.Objective;
import dev.ashlar.core.Signal.Statistic;
import dev.ashlar.internal.aws.Signals;
import java.util.List;
import java.util.Map;

/**
 * Makes the signals of an ingestion API. Each metric exists only while there are requests, so missing data is
 * healthy. The backlog of the function is a signal of its queues.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html">CloudWatch
 *     metrics for HTTP APIs in API Gateway</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html">Types of metrics for
 *     Lambda functions</a>
 */
public final class IngestionApiSignals {

    private IngestionApiSignals() {}

    public static List<Signal> of(String name, Output<String> apiId, Output<String> functionName) {
        var api = new Signals(name, "AWS/ApiGateway", Map.of("ApiId", apiId));
        var function = new Signals(name, "AWS/Lambda", Map.of("FunctionName", functionName));
        return List.of(
                api.onEvents("requests", "Count", Statistic.SUM).build(),
                api.onEvents("5xx", "5xx", Statistic.SUM).build(),
                api.onEvents("latency", "Latency", Statistic.P99).build(),
                function.onEvents("errors", "Errors", Statistic.SUM)
                        .objective(Objective.atMost(0))
                        .build(),
                function.onEvents("throttles", "Throttles", Statistic.SUM)
                        .objective(Objective.atMost(0))
                        .build(),
                function.onEvents("duration", "Duration", Statistic.P99).build());
    }
}

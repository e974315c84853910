package dev.ashlar.traffic.ingestion.internal;

import com.pulumi.core.Output;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Signal.MissingData;
import dev.ashlar.core.Signal.Objective;
import dev.ashlar.core.Signal.Statistic;
import java.util.List;

/**
 * What an ingestion API can be observed by. Each metric exists only while there are requests, so silence is health. How
 * far the function is behind its queues is a signal of the queues.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html">CloudWatch
 *     metrics for HTTP APIs in API Gateway</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html">Types of metrics for Lambda
 *     functions</a>
 */
public final class IngestionApiSignals {

    private IngestionApiSignals() {}

    public static List<Signal> of(String api, Output<String> apiId, Output<String> functionName) {
        return List.of(
                api(api, apiId, "requests", "Count", Statistic.SUM).build(),
                api(api, apiId, "5xx", "5xx", Statistic.SUM).build(),
                api(api, apiId, "latency", "Latency", Statistic.P99).build(),
                function(api, functionName, "errors", "Errors", Statistic.SUM)
                        .objective(Objective.atMost(0))
                        .build(),
                function(api, functionName, "throttles", "Throttles", Statistic.SUM)
                        .objective(Objective.atMost(0))
                        .build(),
                function(api, functionName, "duration", "Duration", Statistic.P99)
                        .build());
    }

    private static Signal.Builder api(
            String api, Output<String> apiId, String name, String metric, Statistic statistic) {
        return signal(api, name, statistic)
                .namespace("AWS/ApiGateway")
                .metric(metric)
                .putDimensions("ApiId", apiId);
    }

    private static Signal.Builder function(
            String api, Output<String> functionName, String name, String metric, Statistic statistic) {
        return signal(api, name, statistic)
                .namespace("AWS/Lambda")
                .metric(metric)
                .putDimensions("FunctionName", functionName);
    }

    private static Signal.Builder signal(String api, String name, Statistic statistic) {
        return Signal.builder().source(api).name(name).statistic(statistic).missingData(MissingData.NOT_BREACHING);
    }
}

package dev.ashlar.internal.aws;

import com.pulumi.core.Output;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Signal.MissingData;
import dev.ashlar.core.Signal.Statistic;
import java.util.Map;

/**
 * Makes the signals of one component or part of it, which share namespace and dimensions.
 *
 * @param source the component or part, such as {@code pipeline-inbound}
 * @param namespace the CloudWatch namespace, such as {@code AWS/SQS}
 * @param dimensions the dimensions that select the component's own data
 */
public record Signals(String source, String namespace, Map<String, Output<String>> dimensions) {

    /**
     * Returns a signal to complete, of a metric that is published while something happens: missing data is healthy.
     */
    public Signal.Builder onEvents(String name, String metric, Statistic statistic) {
        return signal(name, metric, statistic, MissingData.NOT_BREACHING);
    }

    /** Returns a signal to complete, of a metric that is published continuously: missing data is unhealthy. */
    public Signal.Builder continuous(String name, String metric, Statistic statistic) {
        return signal(name, metric, statistic, MissingData.BREACHING);
    }

    /** Returns a signal to complete. */
    public Signal.Builder signal(String name, String metric, Statistic statistic, MissingData missingData) {
        return Signal.builder()
                .source(source)
                .name(name)
                .namespace(namespace)
                .metric(metric)
                .dimensions(dimensions)
                .statistic(statistic)
                .missingData(missingData);
    }
}

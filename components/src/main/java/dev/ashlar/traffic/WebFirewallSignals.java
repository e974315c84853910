package dev.ashlar.traffic;

import com.pulumi.core.Output;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Signal.MissingData;
import dev.ashlar.core.Signal.Statistic;
import java.util.List;
import java.util.Map;

/**
 * What a web firewall can be observed by. Each metric exists only while there are such requests, so silence is health.
 *
 * @see <a href="https://docs.aws.amazon.com/waf/latest/developerguide/waf-metrics.html">AWS WAF metrics and dimensions</a>
 */
final class WebFirewallSignals {

    private WebFirewallSignals() {}

    /** The signals of a web ACL by the name of its metric; the region is a dimension unless it protects CloudFront. */
    static List<Signal> of(String firewall, String metricName, Output<String> region, boolean isRegional) {
        Map<String, Output<String>> place = isRegional ? Map.of("Region", region) : Map.of();
        return List.of(
                signal(firewall, metricName, place, "blocked-requests", "BlockedRequests"),
                signal(firewall, metricName, place, "counted-requests", "CountedRequests"),
                signal(firewall, metricName, place, "allowed-requests", "AllowedRequests"));
    }

    private static Signal signal(
            String firewall, String metricName, Map<String, Output<String>> place, String name, String metric) {
        return Signal.builder()
                .source(firewall)
                .name(name)
                .namespace("AWS/WAFV2")
                .metric(metric)
                .putDimensions("WebACL", Output.of(metricName))
                .putDimensions("Rule", Output.of("ALL"))
                .putAllDimensions(place)
                .statistic(Statistic.SUM)
                .missingData(MissingData.NOT_BREACHING)
                .build();
    }
}

package dev.ashlar.traffic.firewall.internal;

import com.pulumi.core.Output;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Signal.Statistic;
import dev.ashlar.internal.aws.Signals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the signals of a web firewall. Each metric exists only while there are matching requests, so missing data is
 * healthy.
 *
 * @see <a href="https://docs.aws.amazon.com/waf/latest/developerguide/waf-metrics.html">AWS WAF metrics and
 *     dimensions</a>
 */
public final class WebFirewallSignals {

    private static final String ALL_RULES = "ALL";
    private static final String COUNTED = "CountedRequests";

    private WebFirewallSignals() {}

    /**
     * Returns the signals of a web ACL by the name of its metric, and those of each rule that only counts: the
     * requests that it would have blocked. The region is a dimension unless the firewall protects CloudFront.
     */
    public static List<Signal> of(
            String firewall, String metricName, WebFirewallPlan plan, Output<String> region, boolean isRegional) {
        var dimensions = new HashMap<String, Output<String>>();
        dimensions.put("WebACL", Output.of(metricName));
        if (isRegional) {
            dimensions.put("Region", region);
        }
        var signals = new ArrayList<>(List.of(
                signal(firewall, dimensions, ALL_RULES, "blocked-requests", "BlockedRequests"),
                signal(firewall, dimensions, ALL_RULES, "counted-requests", COUNTED),
                signal(firewall, dimensions, ALL_RULES, "allowed-requests", "AllowedRequests")));
        plan.rules().stream()
                .filter(rule -> rule.effect() == FirewallRule.Effect.COUNT)
                .forEach(rule ->
                        signals.add(signal(firewall, dimensions, rule.name(), rule.name() + "-counted", COUNTED)));
        return signals;
    }

    private static Signal signal(
            String firewall, Map<String, Output<String>> dimensions, String rule, String name, String metric) {
        var ofRule = new HashMap<>(dimensions);
        ofRule.put("Rule", Output.of(rule));
        return new Signals(firewall, "AWS/WAFV2", ofRule)
                .onEvents(name, metric, Statistic.SUM)
                .build();
    }
}

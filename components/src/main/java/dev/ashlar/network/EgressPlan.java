package dev.ashlar.network;

import dev.ashlar.core.AwsService;
import dev.ashlar.core.NatStrategy;
import dev.ashlar.network.internal.egress.EgressPrices;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Compares the monthly cost of egress from a network's private subnets, for the services that its components need. Log
 * its text in a preview, after the components are created: {@code context.log().info(network.egressPlan().toString())}.
 *
 * @param network the network as messages name it
 * @param zones the number of zones with gateways and endpoints
 * @param services the services that components need and that no free gateway endpoint serves, sorted
 * @param options the working alternatives, cheapest first
 */
public record EgressPlan(String network, int zones, List<AwsService> services, List<Option> options) {

    /**
     * One alternative.
     *
     * @param endpoints the number of services with an interface endpoint in each zone
     * @param monthlyUsd the monthly cost without traffic
     * @param chosen whether the network is built like this
     */
    public record Option(NatStrategy natStrategy, int endpoints, double monthlyUsd, boolean chosen) {

        /** Returns whether private subnets reach the internet, and not only AWS services. */
        public boolean reachesInternet() {
            return natStrategy != NatStrategy.NONE;
        }

        /** Returns whether the other zones keep their egress when one zone fails. */
        public boolean survivesZone() {
            return natStrategy == NatStrategy.NONE || natStrategy == NatStrategy.PER_ZONE;
        }

        @Override
        public String toString() {
            return "%8s USD  %s".formatted(usd(monthlyUsd), describe());
        }

        private String describe() {
            return "natStrategy %s, %s%s%s"
                    .formatted(
                            natStrategy,
                            endpoints == 1 ? "1 endpoint" : endpoints + " endpoints",
                            reachesInternet() ? "" : ", no internet",
                            chosen ? " (chosen)" : "");
        }
    }

    private static long withEndpoint(Collection<AwsService> services) {
        return services.stream().filter(AwsService::hasInterfaceEndpoint).count();
    }

    /** Returns the alternative that the network is built with. */
    public Option chosen() {
        return options.stream().filter(Option::chosen).findFirst().orElseThrow();
    }

    /** Returns the cheapest alternative. */
    public Option cheapest() {
        return options.get(0);
    }

    /** Returns the cheapest alternative in which the other zones keep their egress when one zone fails. */
    public Option cheapestThatSurvivesZone() {
        return options.stream().filter(Option::survivesZone).findFirst().orElseThrow();
    }

    /**
     * Returns the monthly traffic in gigabytes from which interface endpoints for all services are cheaper than the
     * same traffic through a NAT gateway.
     */
    public double gigabytesFromWhichEndpointsPay() {
        return withEndpoint(services) * EgressPrices.LIST.endpoint(zones) / EgressPrices.LIST.savedPerGigabyte();
    }

    @Override
    public String toString() {
        var lines = new ArrayList<String>();
        lines.add("%s: egress of the private subnets a month without traffic (%s), %d zones, %s"
                .formatted(network, EgressPrices.LIST.source(), zones, needs()));
        options.forEach(option -> lines.add("  " + option));
        lines.add("cheapest: " + cheapest().describe());
        lines.add("cheapest that survives the loss of a zone: "
                + cheapestThatSurvivesZone().describe());
        if (withEndpoint(services) > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "beside a NAT gateway, these endpoints pay from %.0f GB a month on",
                    gigabytesFromWhichEndpointsPay()));
        }
        return String.join("\n", lines);
    }

    private String needs() {
        return services.isEmpty()
                ? "no service that needs an endpoint"
                : services.stream().map(AwsService::endpoint).collect(Collectors.joining(", ", "for ", ""));
    }

    private static String usd(double amount) {
        return String.format(Locale.ROOT, "%.2f", amount);
    }
}

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
 * What the ways out of a network's private subnets cost in a month, for what its users have said they need. Its text is for
 * the log of a preview: {@code context.log().info(network.egressPlan().toString())}, after the network's users are created.
 *
 * @param network how messages call the network
 * @param zones in how many zones gateways and endpoints stand
 * @param services what users need and what has no free gateway endpoint, sorted
 * @param options the ways out that work, the cheapest first
 */
public record EgressPlan(String network, int zones, List<AwsService> services, List<Option> options) {

    /**
     * A way out.
     *
     * @param endpoints how many services are reached through an interface endpoint in each zone
     * @param monthlyUsd without traffic
     * @param chosen whether the network is built so
     */
    public record Option(NatStrategy natStrategy, int endpoints, double monthlyUsd, boolean chosen) {

        /** Whether more than AWS's services can be reached. */
        public boolean reachesInternet() {
            return natStrategy != NatStrategy.NONE;
        }

        /** Whether the loss of a zone leaves the way out of the others alone. */
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

    /** How the network is built. */
    public Option chosen() {
        return options.stream().filter(Option::chosen).findFirst().orElseThrow();
    }

    /** The cheapest way out that works. */
    public Option cheapest() {
        return options.get(0);
    }

    /** The cheapest way out that keeps working for the other zones when one fails. */
    public Option cheapestThatSurvivesZone() {
        return options.stream().filter(Option::survivesZone).findFirst().orElseThrow();
    }

    /**
     * From how many gigabytes a month to the services on an endpoint for each of them pays beside a NAT gateway, as traffic
     * through an endpoint is cheaper.
     */
    public double gigabytesFromWhichEndpointsPay() {
        return withEndpoint(services) * EgressPrices.LIST.endpoint(zones) / EgressPrices.LIST.savedPerGigabyte();
    }

    @Override
    public String toString() {
        var lines = new ArrayList<String>();
        lines.add("%s: ways out of the private subnets a month without traffic (%s), %d zones, %s"
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

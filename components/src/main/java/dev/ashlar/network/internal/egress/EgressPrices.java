package dev.ashlar.network.internal.egress;

import dev.ashlar.core.NatStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The list prices of egress, from {@code egress-prices.properties}. */
public final class EgressPrices {

    public static final EgressPrices LIST = read();

    private final Properties prices;

    private EgressPrices(Properties prices) {
        this.prices = prices;
    }

    private static EgressPrices read() {
        var prices = new Properties();
        try (var file = EgressPrices.class.getResourceAsStream("egress-prices.properties")) {
            prices.load(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EgressPrices(prices);
    }

    /** Where and when the prices hold, for people. */
    public String source() {
        return "%s list prices of %s".formatted(prices.getProperty("region"), prices.getProperty("asOf"));
    }

    /** A month of a strategy's gateways or instance, without traffic. */
    public double nat(NatStrategy strategy, int zones) {
        double address = month("publicIpv4PerHour");
        return switch (strategy) {
            case NONE -> 0;
            case INSTANCE ->
                month("natInstancePerHour")
                        + address
                        + price("natInstanceDiskGigabytes") * price("diskPerGigabyteAndMonth");
            case SINGLE -> month("natGatewayPerHour") + address;
            case PER_ZONE -> zones * (month("natGatewayPerHour") + address);
        };
    }

    /** A month of an interface endpoint in each zone, without traffic. */
    public double endpoint(int zones) {
        return zones * month("endpointPerZoneAndHour");
    }

    /** By how much a gigabyte through an endpoint is cheaper than one through a NAT gateway. */
    public double savedPerGigabyte() {
        return price("natGatewayPerGigabyte") - price("endpointPerGigabyte");
    }

    private double month(String hourly) {
        return price(hourly) * price("hoursPerMonth");
    }

    private double price(String name) {
        return Double.parseDouble(prices.getProperty(name));
    }
}

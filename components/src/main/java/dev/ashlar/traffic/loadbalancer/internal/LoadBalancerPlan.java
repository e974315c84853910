package dev.ashlar.traffic.loadbalancer.internal;

import dev.ashlar.network.Network;
import dev.ashlar.network.Tier;
import dev.ashlar.network.internal.NetworkNeeds;
import dev.ashlar.traffic.loadbalancer.ApplicationLoadBalancerArgs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ports that a load balancer opens, and to whom.
 *
 * @param scheme the scheme of the listener that serves requests, {@code https} or {@code http}
 * @param port the port of that listener
 * @param openings the security-group rules for address blocks
 */
public record LoadBalancerPlan(String scheme, int port, List<Opening> openings) {

    private static final int FREE_IN_EACH_SUBNET = 8;
    private static final String EVERY_IPV4 = "0.0.0.0/0";
    private static final String EVERY_IPV6 = "::/0";

    /** A port that is open to an address block; scheme and source name the rule. */
    record Opening(String scheme, int port, String source, String cidrBlock) {
        boolean isIpv6() {
            return cidrBlock.contains(":");
        }
    }

    /**
     * Returns the needs of a load balancer of its network: free addresses in each subnet, without which AWS rejects it.
     *
     * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html">
     *     Application Load Balancers, subnets for your load balancer</a>
     */
    public static NetworkNeeds networkNeeds(String name, ApplicationLoadBalancerArgs args, Network network) {
        return NetworkNeeds.of(
                "ApplicationLoadBalancer",
                name,
                args.internal() ? Tier.PRIVATE : Tier.PUBLIC,
                FREE_IN_EACH_SUBNET * network.zoneCount().orElse(1));
    }

    public static LoadBalancerPlan of(ApplicationLoadBalancerArgs args) {
        boolean plain = args.allowPlainHttp();
        var openings = new ArrayList<Opening>();
        new TreeMap<>(sources(args)).forEach((source, cidrBlock) -> {
            if (!plain) {
                openings.add(new Opening("https", 443, source, cidrBlock));
            }
            openings.add(new Opening("http", 80, source, cidrBlock));
        });
        return new LoadBalancerPlan(scheme(args), plain ? 80 : 443, openings);
    }

    /** Returns the scheme of the load balancer's URL. */
    public static String scheme(ApplicationLoadBalancerArgs args) {
        return args.allowPlainHttp() ? "http" : "https";
    }

    private static Map<String, String> sources(ApplicationLoadBalancerArgs args) {
        boolean open = !args.internal()
                && args.sources().isEmpty()
                && args.prefixLists().isEmpty();
        if (!open) {
            return args.sources();
        }
        return switch (args.ipAddressType()) {
            case IPV4 -> Map.of("internet", EVERY_IPV4);
            case DUALSTACK -> Map.of("internet", EVERY_IPV4, "internet-ipv6", EVERY_IPV6);
            case DUALSTACK_WITHOUT_PUBLIC_IPV4 -> Map.of("internet-ipv6", EVERY_IPV6);
        };
    }
}

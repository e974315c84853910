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
 * Which ports a load balancer opens to whom.
 *
 * @param scheme of the listener that serves, {@code https} or {@code http}
 * @param port of that listener
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
     * What a load balancer needs of its network: room to grow in each subnet, without which AWS refuses to create it.
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

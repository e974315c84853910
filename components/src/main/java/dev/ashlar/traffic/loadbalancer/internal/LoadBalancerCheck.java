package dev.ashlar.traffic.loadbalancer.internal;

import dev.ashlar.core.Firewall;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.AddressBlock;
import dev.ashlar.internal.check.Check;
import dev.ashlar.internal.check.DomainName;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import dev.ashlar.network.Network;
import dev.ashlar.network.internal.NetworkNeeds;
import dev.ashlar.traffic.loadbalancer.ApplicationLoadBalancer;
import dev.ashlar.traffic.loadbalancer.ApplicationLoadBalancerArgs;
import dev.ashlar.traffic.loadbalancer.IpAddressType;
import dev.ashlar.traffic.loadbalancer.internal.route.RouteShareCheck;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks the options of an {@link ApplicationLoadBalancer}. */
public final class LoadBalancerCheck {

    // 32 characters for the name of a load balancer, of which Pulumi's provider appends a hyphen and seven hex digits.
    private static final int MAX_NAME_LENGTH = 24;
    // A /27 less the five addresses that AWS keeps.
    private static final int USABLE_IN_SMALLEST_SUBNET = 27;
    private static final List<String> TLS_POLICIES = List.of(
            "ELBSecurityPolicy-TLS13-1-2-",
            "ELBSecurityPolicy-TLS13-1-3-",
            "ELBSecurityPolicy-TLS-1-2-",
            "ELBSecurityPolicy-FS-1-2-");
    // RequestCertificate, DomainName.
    private static final int MAX_DOMAIN = 64;
    private static final int MAX_RETENTION_DAYS = Integer.MAX_VALUE;

    private final String name;
    private final ApplicationLoadBalancerArgs args;
    private final Violations violations;
    private final Check check;

    private LoadBalancerCheck(String name, ApplicationLoadBalancerArgs args) {
        this.name = name;
        this.args = args;
        this.violations = Violations.of("ApplicationLoadBalancer", name);
        this.check = new Check(violations);
        Names.check(name, MAX_NAME_LENGTH, violations);
        Tags.check(args.tags(), violations);
        check.option("name", name)
                .that(
                        given -> !given.equals("internal") && !given.startsWith("internal-"),
                        "AWS reserves names that start with internal-, and a hyphen follows this one",
                        "use another name, such as \"inside\"");
    }

    public static Violations check(String name, ApplicationLoadBalancerArgs args) {
        var check = new LoadBalancerCheck(name, args);
        check.network();
        check.encryption();
        check.sources();
        check.durations();
        check.firewall();
        RouteShareCheck.check(args.routeShare(), check.violations);
        return check.violations;
    }

    private void network() {
        var network = args.network();
        check.option("network", network)
                .required("a load balancer is placed in subnets", "give a Vpc, or Vpc.fromExisting");
        if (network == null) {
            return;
        }
        network.placement()
                .checkTwoZones("a load balancer requires two or more zones", "add a zone to the network", violations);
        check.option("ipAddressType", args.ipAddressType())
                .that(
                        type -> type == IpAddressType.IPV4 || network.ipv6(),
                        "%s has no IPv6 addresses".formatted(network.placement().label()),
                        "set ipv6(true) of the network")
                .that(
                        type -> type != IpAddressType.DUALSTACK_WITHOUT_PUBLIC_IPV4 || !args.internal(),
                        "an internal load balancer never has public addresses",
                        "use DUALSTACK");
        addresses(network, LoadBalancerPlan.networkNeeds(name, args, network));
    }

    /**
     * Checks for free addresses, without which AWS rejects a load balancer.
     *
     * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html">
     *     Application Load Balancers, subnets for your load balancer</a>
     */
    private void addresses(Network network, NetworkNeeds needs) {
        var tier = needs.tier();
        network.usableAddresses(tier).ifPresent(usable -> check.option("network", usable)
                .shownAs("%s with %d addresses for use in a %s subnet"
                        .formatted(network.placement().label(), usable, tier.label()))
                .atLeast(
                        USABLE_IN_SMALLEST_SUBNET,
                        "a load balancer requires subnets of /27 or larger",
                        "give the network larger subnets"));
        network.placement().check(needs, violations);
    }

    private void encryption() {
        var certificate = args.certificateArn();
        var domain = args.domain();
        check.option("certificateArn", certificate)
                .excludes("domain", domain, "a domain has its own certificate")
                .when(domain == null && !args.allowPlainHttp())
                .required(
                        "HTTPS requires a certificate",
                        "set it or domain, or set allowPlainHttp(true) to serve without encryption");
        check.option("allowPlainHttp", args.allowPlainHttp())
                .when(certificate != null || domain != null)
                .absent("a certificate or a domain is set, too", "leave one of them out");
        check.option("sslPolicy", args.sslPolicy())
                .that(
                        policy -> TLS_POLICIES.stream().anyMatch(policy::startsWith),
                        "a policy of AWS that starts at TLS 1.2 is required",
                        "use one of %s…".formatted(String.join("…, ", TLS_POLICIES)));
        check.option("trustStoreArn", args.trustStoreArn())
                .excludes("allowPlainHttp", args.allowPlainHttp(), "mutual TLS requires HTTPS");
        // Elastic Load Balancing, SetIpAddressType.
        check.option("authenticatesUsers", args.authenticatesUsers())
                .that(() -> !args.allowPlainHttp(), "logins require HTTPS", "give a certificate or a domain")
                .that(
                        () -> args.ipAddressType() != IpAddressType.DUALSTACK_WITHOUT_PUBLIC_IPV4,
                        "a load balancer connects to identity providers over IPv4 only, and this type has no public IPv4 address",
                        "use DUALSTACK");
        check.option("domain", domain == null ? null : domain.name())
                .that(
                        given -> DomainName.isValid(given, MAX_DOMAIN),
                        "ACM requires a domain name in lower case of at most %d characters".formatted(MAX_DOMAIN),
                        "use a name like api.example.com");
    }

    private void sources() {
        check.option("sources", args.sources())
                .when(args.internal() && args.prefixLists().isEmpty())
                .required(
                        "no client could connect to an internal load balancer",
                        "add the clients, such as source(\"network\", \"10.20.0.0/16\")");
        var labels = new HashMap<String, String>();
        new TreeMap<>(args.sources()).forEach((label, cidrBlock) -> {
            var other = labels.putIfAbsent(cidrBlock, label);
            label("sources", label);
            check.option("sources." + label, cidrBlock)
                    .that(
                            () -> other == null,
                            "%s already allows that block, and AWS rejects a duplicate rule".formatted(other),
                            "leave one of them out")
                    .that(
                            AddressBlock::isValid,
                            "a CIDR block is required whose address has no bits beyond its prefix",
                            "write it like 203.0.113.0/24 or 2001:db8::/32")
                    .that(
                            block -> !AddressBlock.isIpv6(block) || args.ipAddressType() != IpAddressType.IPV4,
                            "a load balancer with IPv4 addresses only has no IPv6 clients",
                            "set ipAddressType(DUALSTACK), or leave it out");
        });
        new TreeSet<>(args.prefixLists().keySet()).forEach(label -> {
            label("prefixLists", label);
            check.option("prefixLists", label)
                    .when(args.sources().containsKey(label))
                    .absent("sources has the same label, and labels name the rules", "give one of them another label");
        });
    }

    private void firewall() {
        check.option("firewall", args.firewall())
                .shownAs("one of the scope CLOUDFRONT")
                .that(Firewall::isRegional, "that scope protects distributions only", "give one of the scope REGIONAL");
    }

    private void label(String option, String label) {
        check.option(option, label)
                .that(
                        Names::isLabel,
                        "labels are lower-case letters, digits and single hyphens, and start with a letter",
                        "use a label like \"office\"");
    }

    private void durations() {
        check.option("idleTimeout", args.idleTimeout()).seconds(1, 4000);
        check.option("accessLogsRetention", args.accessLogsRetention()).days(1, MAX_RETENTION_DAYS);
        check.option("accessLogsBucket", args.accessLogsBucket())
                .excludes("accessLogs(false)", !args.accessLogs(), "no log is written then");
    }
}

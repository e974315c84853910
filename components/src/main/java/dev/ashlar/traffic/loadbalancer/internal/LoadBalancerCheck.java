package dev.ashlar.traffic.loadbalancer.internal;

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

    private LoadBalancerCheck(String name, ApplicationLoadBalancerArgs args) {
        this.name = name;
        this.args = args;
        this.violations = Violations.of("ApplicationLoadBalancer", name);
        Names.check(name, MAX_NAME_LENGTH, violations);
        Tags.check(args.tags(), violations);
        violations.expect(
                !name.equals("internal") && !name.startsWith("internal-"),
                "name",
                '"' + name + '"',
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
        if (!violations.require(
                "network", network, "a load balancer is placed in subnets", "give a Vpc, or Vpc.fromExisting")) {
            return;
        }
        network.placement()
                .checkTwoZones("a load balancer requires two or more zones", "add a zone to the network", violations);
        violations.expect(
                args.ipAddressType() == IpAddressType.IPV4 || network.ipv6(),
                "ipAddressType",
                args.ipAddressType(),
                "%s has no IPv6 addresses".formatted(network.placement().label()),
                "set ipv6(true) of the network");
        violations.expect(
                args.ipAddressType() != IpAddressType.DUALSTACK_WITHOUT_PUBLIC_IPV4 || !args.internal(),
                "ipAddressType",
                args.ipAddressType(),
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
        network.usableAddresses(tier)
                .ifPresent(usable -> violations.expect(
                        usable >= USABLE_IN_SMALLEST_SUBNET,
                        "network",
                        "%s with %d addresses for use in a %s subnet"
                                .formatted(network.placement().label(), usable, tier.label()),
                        "a load balancer requires subnets of /27 or larger",
                        "give the network larger subnets"));
        network.placement().check(needs, violations);
    }

    private void encryption() {
        boolean certificate = args.certificateArn() != null;
        boolean domain = args.domain() != null;
        violations.expect(
                certificate || domain || args.allowPlainHttp(),
                "certificateArn",
                null,
                "HTTPS requires a certificate",
                "set it or domain, or set allowPlainHttp(true) to serve without encryption");
        violations.expect(
                !(certificate && domain),
                "certificateArn",
                "given beside domain",
                "a domain has its own certificate",
                "leave one of them out");
        violations.expect(
                !(args.allowPlainHttp() && (certificate || domain)),
                "allowPlainHttp",
                true,
                "a certificate or a domain is set, too",
                "leave one of them out");
        violations.expect(
                TLS_POLICIES.stream().anyMatch(args.sslPolicy()::startsWith),
                "sslPolicy",
                args.sslPolicy(),
                "a policy of AWS that starts at TLS 1.2 is required",
                "use one of %s…".formatted(String.join("…, ", TLS_POLICIES)));
        violations.expect(
                !args.allowPlainHttp() || args.trustStoreArn() == null,
                "trustStoreArn",
                "given beside allowPlainHttp",
                "mutual TLS requires HTTPS",
                "leave one of them out");
        violations.expect(
                !(args.allowPlainHttp() && args.authenticatesUsers()),
                "authenticatesUsers",
                true,
                "logins require HTTPS",
                "give a certificate or a domain");
        // Elastic Load Balancing, SetIpAddressType.
        violations.expect(
                !args.authenticatesUsers() || args.ipAddressType() != IpAddressType.DUALSTACK_WITHOUT_PUBLIC_IPV4,
                "authenticatesUsers",
                true,
                "a load balancer connects to identity providers over IPv4 only, and this type has no public IPv4 address",
                "use DUALSTACK");
        var given = args.domain();
        if (given != null) {
            violations.expect(
                    DomainName.isValid(given.name(), MAX_DOMAIN),
                    "domain",
                    given.name(),
                    "ACM requires a domain name in lower case of at most %d characters".formatted(MAX_DOMAIN),
                    "use a name like api.example.com");
        }
    }

    private void sources() {
        violations.expect(
                !args.internal()
                        || !args.sources().isEmpty()
                        || !args.prefixLists().isEmpty(),
                "sources",
                null,
                "no client could connect to an internal load balancer",
                "add the clients, such as source(\"network\", \"10.20.0.0/16\")");
        var labels = new HashMap<String, String>();
        new TreeMap<>(args.sources()).forEach((label, cidrBlock) -> {
            var other = labels.putIfAbsent(cidrBlock, label);
            violations.expect(
                    other == null,
                    "sources." + label,
                    cidrBlock,
                    "%s already allows that block, and AWS rejects a duplicate rule".formatted(other),
                    "leave one of them out");
            label("sources", label);
            violations.expect(
                    AddressBlock.isValid(cidrBlock),
                    "sources." + label,
                    cidrBlock,
                    "a CIDR block is required whose address has no bits beyond its prefix",
                    "write it like 203.0.113.0/24 or 2001:db8::/32");
            violations.expect(
                    !AddressBlock.isIpv6(cidrBlock) || args.ipAddressType() != IpAddressType.IPV4,
                    "sources." + label,
                    cidrBlock,
                    "a load balancer with IPv4 addresses only has no IPv6 clients",
                    "set ipAddressType(DUALSTACK), or leave it out");
        });
        new TreeSet<>(args.prefixLists().keySet()).forEach(label -> {
            label("prefixLists", label);
            violations.expect(
                    !args.sources().containsKey(label),
                    "prefixLists",
                    '"' + label + '"',
                    "sources has the same label, and labels name the rules",
                    "give one of them another label");
        });
    }

    private void firewall() {
        var firewall = args.firewall();
        if (firewall != null) {
            violations.expect(
                    firewall.isRegional(),
                    "firewall",
                    "one of the scope CLOUDFRONT",
                    "that scope protects distributions only",
                    "give one of the scope REGIONAL");
        }
    }

    private void label(String option, String label) {
        violations.expect(
                Names.isLabel(label),
                option,
                '"' + label + '"',
                "labels are lower-case letters, digits and single hyphens, and start with a letter",
                "use a label like \"office\"");
    }

    private void durations() {
        var check = new Check(violations);
        check.option("idleTimeout", args.idleTimeout()).seconds(1, 4000);
        check.option("accessLogsRetention", args.accessLogsRetention()).days(1, MAX_RETENTION_DAYS);
        violations.expect(
                args.accessLogs() || args.accessLogsBucket() == null,
                "accessLogsBucket",
                "given beside accessLogs(false)",
                "no log is written then",
                "leave one of them out");
    }
}

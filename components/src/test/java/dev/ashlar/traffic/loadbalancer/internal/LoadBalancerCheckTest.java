package dev.ashlar.traffic.loadbalancer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.pulumi.core.Output;
import dev.ashlar.core.Firewall;
import dev.ashlar.core.Violation;
import dev.ashlar.network.ExistingNetworkArgs;
import dev.ashlar.network.Network;
import dev.ashlar.network.Vpc;
import dev.ashlar.traffic.loadbalancer.ApplicationLoadBalancer;
import dev.ashlar.traffic.loadbalancer.ApplicationLoadBalancerArgs;
import dev.ashlar.traffic.loadbalancer.IpAddressType;
import dev.ashlar.traffic.loadbalancer.RouteShare;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadBalancerCheckTest {

    private static Network network(int zones) {
        return Vpc.fromExisting(
                "shared",
                ExistingNetworkArgs.builder()
                        .vpcId("vpc-1")
                        .publicSubnetIds("subnet-3", "subnet-4")
                        .privateSubnetIds("subnet-1", "subnet-2")
                        .zoneCount(zones)
                        .build());
    }

    private static ApplicationLoadBalancerArgs.Builder valid() {
        return ApplicationLoadBalancerArgs.builder().network(network(2)).certificateArn("arn:certificate");
    }

    private static List<String> faults(String name, ApplicationLoadBalancerArgs.Builder args) {
        return ApplicationLoadBalancer.check(name, args.build()).all().stream()
                .map(Violation::message)
                .toList();
    }

    private static List<String> faults(ApplicationLoadBalancerArgs.Builder args) {
        return faults("public", args);
    }

    @Test
    void accepts_a_certificate_a_domain_or_plain_http() {
        assertThat(faults(valid())).isEmpty();
        assertThat(faults(ApplicationLoadBalancerArgs.builder()
                        .network(network(2))
                        .domain("api.example.com", "Z1")))
                .isEmpty();
        assertThat(faults(ApplicationLoadBalancerArgs.builder()
                        .network(network(2))
                        .allowPlainHttp(true)))
                .isEmpty();
    }

    @Test
    void reports_all_missing_options_at_once() {
        assertThat(faults(ApplicationLoadBalancerArgs.builder()))
                .containsExactly(
                        "ApplicationLoadBalancer \"public\": network is missing, but a load balancer is placed in subnets; give a Vpc, or Vpc.fromExisting.",
                        "ApplicationLoadBalancer \"public\": certificateArn is missing, but HTTPS requires a certificate; set it or domain, or set allowPlainHttp(true) to serve without encryption.");
    }

    @Test
    void rejects_a_name_of_more_than_24_characters() {
        assertThat(faults("a".repeat(24), valid())).isEmpty();
        assertThat(faults("a".repeat(25), valid())).singleElement(STRING).contains("leaves 24 characters");
    }

    @Test
    void rejects_names_that_aws_reserves() {
        assertThat(faults("internal-api", valid())).singleElement(STRING).contains("internal-");
        assertThat(faults("internal", valid())).singleElement(STRING).contains("a hyphen follows this one");
        assertThat(faults("internally", valid())).isEmpty();
    }

    @Test
    void rejects_a_block_with_two_labels() {
        assertThat(faults(valid().source("office", "10.0.0.0/8").source("vpn", "10.0.0.0/8")))
                .containsExactly(
                        "ApplicationLoadBalancer \"public\": sources.vpn is \"10.0.0.0/8\", but office already allows that block, and AWS rejects a duplicate rule; leave one of them out.");
        assertThat(faults(valid().source("cdn", "10.0.0.0/8").prefixList("cdn", Output.of("pl-1"))))
                .containsExactly(
                        "ApplicationLoadBalancer \"public\": prefixLists is \"cdn\", but sources has the same label, and labels name the rules; give one of them another label.");
    }

    @Test
    void rejects_ipv6_blocks_with_bits_beyond_the_prefix() {
        var network = Vpc.fromExisting(
                "shared",
                ExistingNetworkArgs.builder()
                        .vpcId("vpc-1")
                        .publicSubnetIds("subnet-1", "subnet-2")
                        .zoneCount(2)
                        .ipv6(true)
                        .build());
        var dualstack = valid().network(network).ipAddressType(IpAddressType.DUALSTACK);

        assertThat(faults(dualstack.source("office", "2001:db8::1/32")))
                .singleElement(STRING)
                .contains(
                        "sources.office is \"2001:db8::1/32\"",
                        "a CIDR block is required whose address has no bits beyond its prefix");
    }

    @Test
    void rejects_logins_without_a_public_ipv4_address() {
        var network = Vpc.fromExisting(
                "shared",
                ExistingNetworkArgs.builder()
                        .vpcId("vpc-1")
                        .publicSubnetIds("subnet-1", "subnet-2")
                        .zoneCount(2)
                        .ipv6(true)
                        .build());

        assertThat(faults(valid().network(network)
                        .ipAddressType(IpAddressType.DUALSTACK_WITHOUT_PUBLIC_IPV4)
                        .authenticatesUsers(true)))
                .containsExactly(
                        "ApplicationLoadBalancer \"public\": authenticatesUsers is true, but a load balancer connects to identity providers over IPv4 only, and this type has no public IPv4 address; use DUALSTACK.");
        assertThat(faults(valid().network(network)
                        .ipAddressType(IpAddressType.DUALSTACK)
                        .authenticatesUsers(true)))
                .isEmpty();
    }

    @Test
    void rejects_a_domain_that_acm_does_not_certify() {
        var args = ApplicationLoadBalancerArgs.builder().network(network(2));

        assertThat(faults(args.domain("a".repeat(60) + ".example.com", "Z1")))
                .singleElement(STRING)
                .contains("ACM requires a domain name in lower case of at most 64 characters");
        assertThat(faults(args.domain("a".repeat(52) + ".example.com", "Z1"))).isEmpty();
        assertThat(faults(args.domain("api.xn--bcher-kva.example", "Z1"))).isEmpty();
    }

    @Test
    void rejects_partial_days_and_a_bucket_without_logs() {
        assertThat(faults(valid().accessLogsRetention(Duration.ofHours(36)))).hasSize(1);
        assertThat(faults(valid().accessLogsRetention(Duration.ofSeconds(Long.MAX_VALUE))))
                .hasSize(1);
        assertThat(faults(valid().accessLogsRetention(Duration.ofDays(3_000_000_000L))))
                .singleElement(STRING)
                .contains("AWS allows 1 to 2147483647 whole days");
        assertThat(faults(valid().accessLogs(false).accessLogsBucket("logs")))
                .singleElement(STRING)
                .contains("accessLogsBucket is given beside accessLogs(false)");
    }

    @Test
    void requires_two_zones_if_the_zones_are_known() {
        assertThat(faults(valid().network(network(1))))
                .containsExactly(
                        "ApplicationLoadBalancer \"public\": network is Vpc.fromExisting \"shared\" with one zone, but a load balancer requires two or more zones; add a zone to the network.");
        assertThat(faults(valid().network(Vpc.fromExisting(
                        "shared",
                        ExistingNetworkArgs.builder()
                                .vpcId("vpc-1")
                                .publicSubnetIds("subnet-3", "subnet-4")
                                .privateSubnetIds("subnet-1", "subnet-2")
                                .build()))))
                .isEmpty();
    }

    @Test
    void rejects_contradicting_encryption() {
        assertThat(faults(valid().domain("api.example.com", "Z1")))
                .singleElement(STRING)
                .contains("beside domain");
        assertThat(faults(valid().allowPlainHttp(true))).singleElement(STRING).contains("allowPlainHttp is true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ELBSecurityPolicy-2016-08",
                "ELBSecurityPolicy-TLS-1-1-2017-01",
                "ELBSecurityPolicy-TLS13-1-0-2021-06",
                "TLS13-1-2"
            })
    void rejects_policies_with_tls_before_1_2(String policy) {
        assertThat(faults(valid().sslPolicy(policy))).singleElement(STRING).contains("sslPolicy is \"" + policy + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"ELBSecurityPolicy-TLS13-1-3-2021-06", "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"})
    void accepts_newer_policies(String policy) {
        assertThat(faults(valid().sslPolicy(policy))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"API.example.com", "*.example.com", "example", "api.example.com."})
    void rejects_an_invalid_domain(String domain) {
        assertThat(faults(ApplicationLoadBalancerArgs.builder()
                        .network(network(2))
                        .domain(domain, "Z1")))
                .singleElement(STRING)
                .contains("domain is \"" + domain + '"');
    }

    @Test
    void requires_sources_for_an_internal_load_balancer() {
        assertThat(faults(valid().internal(true)))
                .containsExactly(
                        "ApplicationLoadBalancer \"public\": sources is missing, but no client could connect to an internal load balancer; add the clients, such as source(\"network\", \"10.20.0.0/16\").");
        assertThat(faults(valid().internal(true).source("network", "10.20.0.0/16")))
                .isEmpty();
        assertThat(faults(valid().internal(true).prefixList("partners", Output.of("pl-1"))))
                .isEmpty();
    }

    @Test
    void rejects_invalid_blocks_and_labels() {
        assertThat(faults(valid().source("office", "203.0.113.7/24")))
                .singleElement(STRING)
                .contains("sources.office is \"203.0.113.7/24\"");
        assertThat(faults(valid().source("Office", "203.0.113.0/24"))).hasSize(1);
        assertThat(faults(valid().prefixList("Cloud Front", Output.of("pl-1")))).hasSize(1);
    }

    @Test
    void rejects_durations_that_aws_does_not_allow() {
        assertThat(faults(valid().idleTimeout(Duration.ofSeconds(4001))))
                .singleElement(STRING)
                .contains("idleTimeout is PT1H6M41S", "1 to 4000");
        assertThat(faults(valid().idleTimeout(Duration.ZERO))).hasSize(1);
        assertThat(faults(valid().idleTimeout(Duration.ofMillis(1500)))).hasSize(1);
        assertThat(faults(valid().accessLogsRetention(Duration.ofHours(1))))
                .singleElement(STRING)
                .contains("accessLogsRetention");
    }

    @Test
    void rejects_a_firewall_of_the_scope_cloudfront() {
        assertThat(faults(valid().firewall(new Firewall() {
                    @Override
                    public Output<String> arn() {
                        return Output.of("arn");
                    }

                    @Override
                    public boolean isRegional() {
                        return false;
                    }
                })))
                .containsExactly(
                        "ApplicationLoadBalancer \"public\": firewall is one of the scope CLOUDFRONT, but that scope protects distributions only; give one of the scope REGIONAL.");
    }

    @Test
    void rejects_logins_and_mutual_tls_over_plain_http() {
        assertThat(faults(ApplicationLoadBalancerArgs.builder()
                        .network(network(2))
                        .allowPlainHttp(true)
                        .authenticatesUsers(true)
                        .trustStoreArn("arn:truststore")))
                .containsExactly(
                        "ApplicationLoadBalancer \"public\": trustStoreArn is given beside allowPlainHttp, but mutual TLS requires HTTPS; leave one of them out.",
                        "ApplicationLoadBalancer \"public\": authenticatesUsers is true, but logins require HTTPS; give a certificate or a domain.");
    }

    @Test
    void rejects_ipv6_without_ipv6_of_the_network() {
        assertThat(faults(valid().ipAddressType(IpAddressType.DUALSTACK)))
                .containsExactly(
                        "ApplicationLoadBalancer \"public\": ipAddressType is DUALSTACK, but Vpc.fromExisting \"shared\" has no IPv6 addresses; set ipv6(true) of the network.");
        assertThat(faults(valid().source("office", "2001:db8::/32")))
                .containsExactly(
                        "ApplicationLoadBalancer \"public\": sources.office is \"2001:db8::/32\", but a load balancer with IPv4 addresses only has no IPv6 clients; set ipAddressType(DUALSTACK), or leave it out.");
        var network = Vpc.fromExisting(
                "shared",
                ExistingNetworkArgs.builder()
                        .vpcId("vpc-1")
                        .publicSubnetIds("subnet-3", "subnet-4")
                        .privateSubnetIds("subnet-1", "subnet-2")
                        .ipv6(true)
                        .build());
        assertThat(faults(valid().network(network)
                        .ipAddressType(IpAddressType.DUALSTACK)
                        .source("office", "2001:db8::/32")))
                .isEmpty();
        assertThat(faults(valid().network(network)
                        .internal(true)
                        .source("office", "203.0.113.0/24")
                        .ipAddressType(IpAddressType.DUALSTACK_WITHOUT_PUBLIC_IPV4)))
                .singleElement(STRING)
                .contains("never has public addresses");
    }

    @Test
    void rejects_a_share_outside_1_to_16_stacks() {
        assertThat(faults(valid().routeShare(new RouteShare(4, 4)))).isEmpty();
        assertThat(faults(valid().routeShare(new RouteShare(0, 4))))
                .singleElement(STRING)
                .contains("0 of 4");
        assertThat(faults(valid().routeShare(new RouteShare(1, 17))))
                .singleElement(STRING)
                .contains("1 of 17");
    }

    @Test
    void rejects_a_label_that_is_given_twice() {
        assertThat(faults(valid().source("office", "10.0.0.0/8")
                        .source("office", "10.1.0.0/16")
                        .prefixList("cdn", Output.of("pl-1"))
                        .prefixList("cdn", Output.of("pl-2"))))
                .containsExactly(
                        "ApplicationLoadBalancer \"public\": sources is \"office\" a second time, but it would replace the first; use another name.",
                        "ApplicationLoadBalancer \"public\": prefixLists is \"cdn\" a second time, but it would replace the first; use another name.");
    }

    @Test
    void copies_options_into_a_new_builder() {
        var args = valid().source("office", "10.0.0.0/8").build();

        assertThat(args.toBuilder().build()).isEqualTo(args);
        assertThat(faults(args.toBuilder().source("office", "10.1.0.0/16"))).isEmpty();
    }
}

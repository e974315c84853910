package dev.ashlar.traffic.loadbalancer;

import com.pulumi.core.Output;
import dev.ashlar.core.Firewall;
import dev.ashlar.core.Profile;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.ArgsStyle;
import dev.ashlar.network.Network;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The options of an {@link ApplicationLoadBalancer}. */
@Value.Immutable
@ArgsStyle
public abstract class ApplicationLoadBalancerArgs {

    /** The network, with subnets in at least two zones. Required. A change replaces the load balancer. */
    public abstract @Nullable Network network();

    /**
     * Whether the load balancer is in private subnets and reachable only from inside. A change replaces the load
     * balancer, and its host name changes. Default: {@code false}.
     */
    @Value.Default
    public boolean internal() {
        return false;
    }

    /**
     * The ACM certificate of the HTTPS listener. Either this or {@link #domain} is required. The URL of the load
     * balancer is then its AWS host name, which your certificate cannot cover: give routes the hosts that it covers.
     */
    public abstract @Nullable Output<String> certificateArn();

    /**
     * The domain name of the load balancer. It gets an ACM certificate, validated by DNS, and an alias record. Either
     * this or {@link #certificateArn} is required.
     */
    public abstract @Nullable LoadBalancerDomain domain();

    /**
     * Whether the load balancer serves HTTP on port 80 instead of HTTPS, so that anyone on the network path can read
     * and change requests. Default: {@code false}.
     */
    @Value.Default
    public boolean allowPlainHttp() {
        return false;
    }

    /**
     * The security policy, which determines the TLS versions and ciphers: one of the AWS policies that start at TLS
     * 1.2, such as {@code ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09}, which uses post-quantum key exchange with
     * clients that support it. Default: TLS 1.2 and 1.3.
     *
     * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html">
     *     Security policies for your Application Load Balancer</a>
     */
    @Value.Default
    public String sslPolicy() {
        return "ELBSecurityPolicy-TLS13-1-2-2021-06";
    }

    /**
     * The IPv4 and IPv6 blocks that may connect, each by a label of yours. Required for an internal load balancer
     * without {@link #prefixLists}. Each block takes one rule for HTTPS and one for HTTP; a security group has 60
     * rules for each IP version unless AWS raises the quota. Default: every address if the load balancer faces the
     * internet and there are no {@link #prefixLists}.
     */
    public abstract Map<String, String> sources();

    /**
     * The managed prefix lists that may connect, ids by a label of yours, such as the one of CloudFront. They may
     * connect to the main port only, because a list counts with all of its entries against the rules of a security
     * group. Default: none.
     */
    public abstract Map<String, Output<String>> prefixLists();

    /**
     * The trust store of Elastic Load Balancing with the certificate authorities of the clients, for mutual TLS.
     * Clients without a valid certificate cannot connect. Default: clients need no certificate.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html">Mutual
     *     authentication with TLS in Application Load Balancer</a>
     */
    public abstract @Nullable Output<String> trustStoreArn();

    /**
     * Whether routes may log users in. It allows HTTPS egress to the identity provider over IPv4. Requires HTTPS, and
     * in private subnets a NAT gateway. Default: {@code false}.
     */
    @Value.Default
    public boolean authenticatesUsers() {
        return false;
    }

    /**
     * The types of addresses of the load balancer. Types other than IPv4 require a network with IPv6. Default: IPv4.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-ip-address-type.html">
     *     Update the IP address types for your Application Load Balancer</a>
     */
    @Value.Default
    public IpAddressType ipAddressType() {
        return IpAddressType.IPV4;
    }

    /** The share of the priorities that this stack uses, if other stacks add routes too. Default: all of them. */
    @Value.Default
    public RouteShare routeShare() {
        return RouteShare.ALL;
    }

    /** How long an idle connection is kept open, 1 to 4000 seconds. Default: 60 seconds. */
    @Value.Default
    public Duration idleTimeout() {
        return Duration.ofSeconds(60);
    }

    /**
     * The firewall that protects the load balancer, of the scope {@code REGIONAL}. Another firewall replaces the
     * association, which leaves the load balancer unprotected for a moment. Default: none.
     */
    public abstract @Nullable Firewall firewall();

    /**
     * Whether AWS rejects the deletion of the load balancer, and therefore its replacement: set this to {@code false}
     * and run {@code pulumi up} first. Default: the {@code dataProtection} of the profile.
     */
    @Value.Default
    public boolean deletionProtection() {
        return profile().dataProtection();
    }

    /** Whether requests and connections are logged to a bucket. Default: {@code true}. */
    @Value.Default
    public boolean accessLogs() {
        return true;
    }

    /**
     * The name of a bucket for the logs, whose policy allows Elastic Load Balancing to write to it. Default: a bucket
     * is created.
     */
    public abstract @Nullable Output<String> accessLogsBucket();

    /** How long the created bucket keeps logs, in whole days. Default: the log retention of the profile. */
    @Value.Default
    public Duration accessLogsRetention() {
        return profile().logRetention();
    }

    /**
     * The switches of the environment, from which other options take their defaults. Default: {@link Profile#PROD}.
     */
    @Value.Default
    public Profile profile() {
        return Profile.PROD;
    }

    /** The tags of every resource. Default: none. */
    public abstract Map<String, String> tags();

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** The keys that the builder received more than once. */
    abstract List<String> repeatedKeys();

    /** Adds a violation for each key that a builder of these options received more than once. */
    final void checkKeys(Violations violations) {
        RepeatedKeys.check(repeatedKeys(), violations);
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link ApplicationLoadBalancerArgs}. */
    public static final class Builder extends ImmutableApplicationLoadBalancerArgs.Builder {
        private final RepeatedKeys keys = new RepeatedKeys();

        Builder() {}

        /** Sets the ACM certificate of the HTTPS listener. */
        public Builder certificateArn(String arn) {
            return certificateArn(Output.of(arn));
        }

        /** Sets the domain name and the Route 53 zone of it. */
        public Builder domain(String name, Output<String> zoneId) {
            return domain(new LoadBalancerDomain(name, zoneId));
        }

        /** Sets the domain name and the Route 53 zone of it. */
        public Builder domain(String name, String zoneId) {
            return domain(name, Output.of(zoneId));
        }

        /** Sets the trust store with the certificate authorities of the clients. */
        public Builder trustStoreArn(String arn) {
            return trustStoreArn(Output.of(arn));
        }

        /** Adds an address block that may connect. The label names its security-group rules. */
        public Builder source(String label, String cidrBlock) {
            return putSources(keys.take("sources", label), cidrBlock);
        }

        /** Adds a managed prefix list that may connect. The label names its security-group rule. */
        public Builder prefixList(String label, Output<String> prefixListId) {
            return putPrefixLists(keys.take("prefixLists", label), prefixListId);
        }

        /** Sets the name of a bucket for the logs. */
        public Builder accessLogsBucket(String bucket) {
            return accessLogsBucket(Output.of(bucket));
        }

        @Override
        public ApplicationLoadBalancerArgs build() {
            if (!keys.all().isEmpty()) {
                repeatedKeys(keys.all());
            }
            return super.build();
        }
    }
}

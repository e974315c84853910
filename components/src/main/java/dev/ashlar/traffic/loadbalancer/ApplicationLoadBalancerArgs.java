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

    /** The network, of at least two zones. Required. Another network replaces the load balancer. */
    public abstract @Nullable Network network();

    /**
     * Whether it stands in private subnets, reachable from inside only. Default: false. A change replaces the load
     * balancer, and its host name changes.
     */
    @Value.Default
    public boolean internal() {
        return false;
    }

    /**
     * The ACM certificate of its HTTPS listener. Either this or {@link #domain} is required. The load balancer's URL then
     * has AWS's host name, which no certificate of yours covers: give routes the hosts that it does.
     */
    public abstract @Nullable Output<String> certificateArn();

    /**
     * The name it answers to. It gets an ACM certificate, validated by DNS, and an alias record. Either this or
     * {@link #certificateArn} is required.
     */
    public abstract @Nullable LoadBalancerDomain domain();

    /**
     * Whether it speaks HTTP on port 80 instead of HTTPS, so that everybody on the way can read and change what is
     * said. Default: false.
     */
    @Value.Default
    public boolean allowPlainHttp() {
        return false;
    }

    /**
     * Which versions and ciphers of TLS are spoken: one of AWS's policies from TLS 1.2 upwards, such as {@code
     * ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09}, which agrees on keys that quantum computers do not break with clients
     * that can. Default: TLS 1.2 and 1.3.
     *
     * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html">
     *     Security policies for your Application Load Balancer</a>
     */
    @Value.Default
    public String sslPolicy() {
        return "ELBSecurityPolicy-TLS13-1-2-2021-06";
    }

    /**
     * Who may connect: IPv4 and IPv6 blocks, each by a label of yours. Default: everybody when it faces the internet and
     * there are no {@link #prefixLists}; required for an internal one. Each block takes a rule for HTTPS and one for HTTP; a
     * security group has 60 for each IP version unless AWS raises that.
     */
    public abstract Map<String, String> sources();

    /**
     * Managed prefix lists that may connect, ids by a label of yours, such as CloudFront's. They are let in on the main
     * port only: a list counts with all of its entries against the rules of a security group. Default: none.
     */
    public abstract Map<String, Output<String>> prefixLists();

    /**
     * The trust store (of Elastic Load Balancing) with the authorities whose certificates clients must present: mutual TLS.
     * Who has none, or an expired one, cannot connect. Default: clients need no certificate.
     *
     * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html">Mutual
     *     authentication with TLS in Application Load Balancer</a>
     */
    public abstract @Nullable Output<String> trustStoreArn();

    /**
     * Whether routes may log users in: it opens HTTPS to whoever does that, over IPv4. It needs HTTPS. In private subnets it
     * also needs a NAT gateway. Default: false.
     */
    @Value.Default
    public boolean authenticatesUsers() {
        return false;
    }

    /**
     * Which addresses it has. The network must have IPv6 for others than IPv4. Default: IPv4.
     *
     * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-ip-address-type.html">
     *     Update the IP address types for your Application Load Balancer</a>
     */
    @Value.Default
    public IpAddressType ipAddressType() {
        return IpAddressType.IPV4;
    }

    /**
     * Which of the priorities this stack takes, when other stacks add routes to it, too. Default: all of them.
     */
    @Value.Default
    public RouteShare routeShare() {
        return RouteShare.ALL;
    }

    /** How long a silent connection is kept, 1 to 4000 seconds. Default: 60 seconds. */
    @Value.Default
    public Duration idleTimeout() {
        return Duration.ofSeconds(60);
    }

    /**
     * The firewall before it, of the scope {@code REGIONAL}. Another firewall is put in place of it with a short gap.
     * Default: none.
     */
    public abstract @Nullable Firewall firewall();

    /**
     * Whether AWS refuses to delete it, and so to replace it: switch it off and run {@code pulumi up} before. Default: the
     * profile's {@code dataProtection}.
     */
    @Value.Default
    public boolean deletionProtection() {
        return profile().dataProtection();
    }

    /** Whether requests and connections are recorded in a bucket. Default: true. */
    @Value.Default
    public boolean accessLogs() {
        return true;
    }

    /**
     * The name of a bucket that takes the logs and whose policy lets Elastic Load Balancing write to it. Default: one
     * is created.
     */
    public abstract @Nullable Output<String> accessLogsBucket();

    /** For how many whole days the logs are kept in the bucket that is created. Default: the profile's. */
    @Value.Default
    public Duration accessLogsRetention() {
        return profile().logRetention();
    }

    /** The environment's switches, from which other options take their defaults. Default: {@link Profile#PROD}. */
    @Value.Default
    public Profile profile() {
        return Profile.PROD;
    }

    /** Tags of every resource. Default: none. */
    public abstract Map<String, String> tags();

    /** Starts the options. */
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

        /** The ACM certificate of the HTTPS listener. */
        public Builder certificateArn(String arn) {
            return certificateArn(Output.of(arn));
        }

        /** The name it answers to, and the Route 53 zone that holds it. */
        public Builder domain(String name, Output<String> zoneId) {
            return domain(new LoadBalancerDomain(name, zoneId));
        }

        /** The name it answers to, and the Route 53 zone that holds it. */
        public Builder domain(String name, String zoneId) {
            return domain(name, Output.of(zoneId));
        }

        /** The trust store with the authorities of the clients' certificates. */
        public Builder trustStoreArn(String arn) {
            return trustStoreArn(Output.of(arn));
        }

        /** Adds an address block that may connect; its rule is named after the label. */
        public Builder source(String label, String cidrBlock) {
            return putSources(keys.take("sources", label), cidrBlock);
        }

        /** Adds a managed prefix list that may connect; its rule is named after the label. */
        public Builder prefixList(String label, Output<String> prefixListId) {
            return putPrefixLists(keys.take("prefixLists", label), prefixListId);
        }

        /** The name of a bucket that takes the logs. */
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

package dev.ashlar.traffic.firewall;

import com.pulumi.core.Output;
import dev.ashlar.core.Profile;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.ArgsStyle;
import dev.ashlar.traffic.firewall.internal.WebFirewallPlan;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.immutables.value.Value;

/** The options of a {@link WebFirewall}. */
@Value.Immutable
@ArgsStyle
public abstract class WebFirewallArgs {

    /** The resources that a firewall can protect, in the words of AWS WAF. */
    public enum Scope {
        /** Resources in the region of the provider. */
        REGIONAL,
        /** CloudFront distributions and Amplify apps. The region of the provider must be us-east-1. */
        CLOUDFRONT
    }

    /**
     * The resources that the firewall protects. For CloudFront, give the component a provider of us-east-1, and set
     * {@code arn()} as the {@code webAclId} of the distribution. A change replaces the web ACL. Default: resources of
     * the region.
     */
    @Value.Default
    public Scope scope() {
        return Scope.REGIONAL;
    }

    /**
     * The managed rule groups with options, or in addition to the baseline. Default: the baseline of {@code
     * IP_REPUTATION}, {@code COMMON}, {@code KNOWN_BAD_INPUTS} and {@code SQLI}, all of which block.
     */
    public abstract Map<ManagedRuleGroup, ManagedRuleGroupArgs> managedRuleGroups();

    /** The groups of the baseline that are omitted, so that requests they would block pass. Default: none. */
    public abstract Set<ManagedRuleGroup> omittedRuleGroups();

    /**
     * The rate limits for one address, each by a label of yours. The limit {@code per-ip} always exists; use that
     * label to change it. Default: {@code per-ip}, 2000 requests in five minutes.
     */
    public abstract Map<String, RateLimitArgs> rateLimits();

    /**
     * The addresses to which no other rule applies, such as those of an office: IPv4 and IPv6 blocks by a label of
     * yours. Default: none.
     */
    public abstract Map<String, List<String>> allowedAddresses();

    /** The addresses that are blocked: IPv4 and IPv6 blocks by a label of yours. Default: none. */
    public abstract Map<String, List<String>> blockedAddresses();

    /** The only countries whose requests pass, as ISO 3166 codes of two letters. Default: every country. */
    public abstract Set<String> allowedCountries();

    /** The countries whose requests are blocked, as ISO 3166 codes of two letters. Default: none. */
    public abstract Set<String> blockedCountries();

    /**
     * The paths that accept bodies of any size, such as {@code /files/**}. The common rule group blocks bodies of
     * more than 8 KB on every path, which affects uploads and long JSON documents; with this option it only labels
     * them, and a rule of the firewall blocks those of all other paths. Of longer bodies AWS WAF inspects the first 8
     * KB (behind a load balancer) or 16 KB. Default: none.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html">Baseline
     *     rule groups</a>
     */
    public abstract Set<String> uploadPaths();

    /**
     * The resources that the firewall protects in addition to the load balancers and user pools that name it in their
     * options: the ARN of a stage of a REST API, a GraphQL API and so on, by a label of yours. A resource has at most
     * one firewall. An HTTP API cannot have one. Default: none.
     */
    public abstract Map<String, Output<String>> associations();

    /**
     * The {@link #associations} whose ARNs are known: they are checked together with the other options. Default:
     * none.
     */
    public abstract Map<String, String> associatedArns();

    /**
     * Whether blocked and counted requests are logged. It uses one of the ten resource policies that CloudWatch Logs
     * allows in a region. Default: {@code true}.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html">CloudWatch
     *     Logs quotas</a>
     */
    @Value.Default
    public boolean logging() {
        return true;
    }

    /** The headers whose values are not logged, in lower case. Default: {@code authorization} and {@code cookie}. */
    @Value.Default
    public Set<String> redactedHeaders() {
        return Set.of("authorization", "cookie");
    }

    /** How long logs are kept, in whole days. Default: the log retention of the profile. */
    @Value.Default
    public Duration logRetention() {
        return profile().logRetention();
    }

    /**
     * The maximum number of web ACL capacity units (WCU) of the rules, up to 5000. Each 500 beyond 1500 cost 0.20 USD
     * for a million requests. Default: 1500, which the AWS price of a request includes.
     *
     * @see <a href="https://docs.aws.amazon.com/waf/latest/developerguide/aws-waf-capacity-units.html">Web ACL
     *     capacity units (WCUs) in AWS WAF</a>
     */
    @Value.Default
    public int maxCapacity() {
        return WebFirewallPlan.INCLUDED_CAPACITY;
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
        managedRuleGroups()
                .forEach((group, options) ->
                        RepeatedKeys.check("managedRuleGroups." + group, options.repeatedKeys(), violations));
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link WebFirewallArgs}. */
    public static final class Builder extends ImmutableWebFirewallArgs.Builder {
        private final RepeatedKeys keys = new RepeatedKeys();

        Builder() {}

        /** Adds a managed rule group, or sets the options of one of the baseline. */
        public Builder group(ManagedRuleGroup group, Consumer<ManagedRuleGroupArgs.Builder> options) {
            var builder = ManagedRuleGroupArgs.builder();
            options.accept(builder);
            keys.take("managedRuleGroups", group.name());
            return putManagedRuleGroups(group, builder.build());
        }

        /** Adds a managed rule group that blocks or counts. */
        public Builder group(ManagedRuleGroup group, FirewallMode mode) {
            return group(group, options -> options.mode(mode));
        }

        /** Omits groups of the baseline. */
        public Builder withoutGroups(ManagedRuleGroup... groups) {
            return addAllOmittedRuleGroups(Arrays.asList(groups));
        }

        /** Adds a rate limit for one address, or changes the one called {@code per-ip}. */
        public Builder rateLimit(String label, Consumer<RateLimitArgs.Builder> options) {
            var builder = RateLimitArgs.builder();
            options.accept(builder);
            return putRateLimits(keys.take("rateLimits", label), builder.build());
        }

        /** Adds addresses to which no other rule applies. The label names their IP set. */
        public Builder allowedAddresses(String label, String... cidrBlocks) {
            return putAllowedAddresses(keys.take("allowedAddresses", label), List.of(cidrBlocks));
        }

        /** Adds addresses that are blocked. The label names their IP set. */
        public Builder blockedAddresses(String label, String... cidrBlocks) {
            return putBlockedAddresses(keys.take("blockedAddresses", label), List.of(cidrBlocks));
        }

        /** Sets the only countries whose requests pass. */
        public Builder allowedCountries(String... codes) {
            return allowedCountries(Arrays.asList(codes));
        }

        /** Sets the countries whose requests are blocked. */
        public Builder blockedCountries(String... codes) {
            return blockedCountries(Arrays.asList(codes));
        }

        /** Sets the paths that accept bodies of any size. */
        public Builder uploadPaths(String... paths) {
            return uploadPaths(Arrays.asList(paths));
        }

        /** Sets the headers whose values are not logged. */
        public Builder redactedHeaders(String... headers) {
            return redactedHeaders(Arrays.asList(headers));
        }

        /** Protects the resource with this ARN. The label names the association. */
        public Builder association(String label, String arn) {
            return putAssociatedArns(keys.take("associations", label), arn);
        }

        /** Protects the resource with this ARN. The label names the association. */
        public Builder association(String label, Output<String> arn) {
            return putAssociations(keys.take("associations", label), arn);
        }

        @Override
        public WebFirewallArgs build() {
            if (!keys.all().isEmpty()) {
                repeatedKeys(keys.all());
            }
            return super.build();
        }
    }
}

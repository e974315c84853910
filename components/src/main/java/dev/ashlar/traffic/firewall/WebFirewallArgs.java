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

    /** Where the protected resources stand, in AWS WAF's words. */
    public enum Scope {
        /** In the region of the provider. */
        REGIONAL,
        /** In CloudFront, and Amplify apps. The provider's region must be us-east-1. */
        CLOUDFRONT
    }

    /**
     * What it protects. Default: resources of the region. For CloudFront, give the component a provider of us-east-1, and
     * the distribution its {@code arn()} as {@code webAclId}. A change replaces the web ACL.
     */
    @Value.Default
    public Scope scope() {
        return Scope.REGIONAL;
    }

    /**
     * Managed rule groups with options of their own, or beyond the baseline. Default: the baseline of {@code
     * IP_REPUTATION}, {@code COMMON}, {@code KNOWN_BAD_INPUTS} and {@code SQLI}, all of which block.
     */
    public abstract Map<ManagedRuleGroup, ManagedRuleGroupArgs> managedRuleGroups();

    /** Groups of the baseline that are left out, so that what they would refuse passes. Default: none. */
    public abstract Set<ManagedRuleGroup> omittedRuleGroups();

    /**
     * Limits of the requests from one address, each by a label of yours. Default: {@code per-ip}, 2000 in five minutes;
     * it is always there, and giving that label changes it.
     */
    public abstract Map<String, RateLimitArgs> rateLimits();

    /**
     * Addresses that no other rule of the firewall asks about, such as an office: IPv4 and IPv6 blocks by a label of
     * yours. Default: none.
     */
    public abstract Map<String, List<String>> allowedAddresses();

    /** Addresses that are refused: IPv4 and IPv6 blocks by a label of yours. Default: none. */
    public abstract Map<String, List<String>> blockedAddresses();

    /** The only countries that may call, as ISO 3166 codes of two letters. Default: every country. */
    public abstract Set<String> allowedCountries();

    /** Countries that may not call, as ISO 3166 codes of two letters. Default: none. */
    public abstract Set<String> blockedCountries();

    /**
     * Paths that take bodies of any size, such as {@code /files/**}. The common rule group refuses bodies of more than 8 KB
     * everywhere, which hits uploads and long JSON documents; with this option it only marks them, and a rule of the
     * firewall refuses those of all other paths. Of what is longer AWS WAF inspects the first 8 KB (behind a load
     * balancer) or 16 KB. Default: none.
     *
     * @see <a href="https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html">Baseline
     *     rule groups</a>
     */
    public abstract Set<String> uploadPaths();

    /**
     * What it protects beside the load balancers and user pools that name it in their options: the ARN of a REST API's
     * stage, a GraphQL API and so on, by a label of yours. One resource has one firewall. An HTTP API cannot have any.
     */
    public abstract Map<String, Output<String>> associations();

    /** As {@link #associations}, for ARNs that are known: they are checked together with the other options. */
    public abstract Map<String, String> associatedArns();

    /**
     * Whether requests that were blocked or counted are logged. It takes one of the ten resource policies that CloudWatch Logs
     * has in a region. Default: true.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html">CloudWatch Logs
     *     quotas</a>
     */
    @Value.Default
    public boolean logging() {
        return true;
    }

    /** Headers whose values are kept out of the logs, in lower case. Default: {@code authorization} and {@code cookie}. */
    @Value.Default
    public Set<String> redactedHeaders() {
        return Set.of("authorization", "cookie");
    }

    /** How long logs are kept, in whole days. Default: the profile's. */
    @Value.Default
    public Duration logRetention() {
        return profile().logRetention();
    }

    /**
     * The most web ACL capacity units (WCU) that the rules may take, up to 5000. Default: 1500, which AWS's price of a
     * request includes; each further 500 cost 0.20 USD a million requests.
     *
     * @see <a href="https://docs.aws.amazon.com/waf/latest/developerguide/aws-waf-capacity-units.html">Web ACL capacity
     *     units (WCUs) in AWS WAF</a>
     */
    @Value.Default
    public int maxCapacity() {
        return WebFirewallPlan.INCLUDED_CAPACITY;
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

        /** Adds a managed rule group, or gives one of the baseline options of its own. */
        public Builder group(ManagedRuleGroup group, Consumer<ManagedRuleGroupArgs.Builder> options) {
            var builder = ManagedRuleGroupArgs.builder();
            options.accept(builder);
            keys.take("managedRuleGroups", group.name());
            return putManagedRuleGroups(group, builder.build());
        }

        /** Adds a managed rule group, blocking or counting. */
        public Builder group(ManagedRuleGroup group, FirewallMode mode) {
            return group(group, options -> options.mode(mode));
        }

        /** Leaves groups of the baseline out. */
        public Builder withoutGroups(ManagedRuleGroup... groups) {
            return addAllOmittedRuleGroups(Arrays.asList(groups));
        }

        /** Adds a limit of the requests from one address, or changes the one called {@code per-ip}. */
        public Builder rateLimit(String label, Consumer<RateLimitArgs.Builder> options) {
            var builder = RateLimitArgs.builder();
            options.accept(builder);
            return putRateLimits(keys.take("rateLimits", label), builder.build());
        }

        /** Adds addresses that no other rule applies to; their IP set is named after the label. */
        public Builder allowedAddresses(String label, String... cidrBlocks) {
            return putAllowedAddresses(keys.take("allowedAddresses", label), List.of(cidrBlocks));
        }

        /** Adds addresses that are blocked; their IP set is named after the label. */
        public Builder blockedAddresses(String label, String... cidrBlocks) {
            return putBlockedAddresses(keys.take("blockedAddresses", label), List.of(cidrBlocks));
        }

        /** The only countries that may call. */
        public Builder allowedCountries(String... codes) {
            return allowedCountries(Arrays.asList(codes));
        }

        /** Countries that may not call. */
        public Builder blockedCountries(String... codes) {
            return blockedCountries(Arrays.asList(codes));
        }

        /** Paths that take bodies of any size. */
        public Builder uploadPaths(String... paths) {
            return uploadPaths(Arrays.asList(paths));
        }

        /** Headers whose values are kept out of the logs. */
        public Builder redactedHeaders(String... headers) {
            return redactedHeaders(Arrays.asList(headers));
        }

        /** Protects what has this ARN; the label names the association. */
        public Builder association(String label, String arn) {
            return putAssociatedArns(keys.take("associations", label), arn);
        }

        /** Protects what has this ARN; the label names the association. */
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

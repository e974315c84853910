package dev.ashlar.traffic.firewall.internal;

import com.pulumi.core.Output;
import com.pulumi.exceptions.RunException;
import dev.ashlar.internal.component.OutputCheck;
import dev.ashlar.traffic.firewall.WebFirewallArgs;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ARN of something that AWS WAF can protect. A text is checked with the other options, an output as soon as it is
 * known, which is at preview for everything that exists.
 */
public final class FirewallTarget {

    private static final Pattern HTTP_API = Pattern.compile("arn:[a-z-]+:apigateway:[a-z0-9-]*::/apis/.+");
    // API_AssociateWebACL: the forms of ResourceArn.
    private static final List<Pattern> PROTECTABLE = List.of(
            Pattern.compile("arn:[a-z-]+:elasticloadbalancing:[a-z0-9-]+:\\d{12}:loadbalancer/app/[^/]+/[^/]+"),
            Pattern.compile("arn:[a-z-]+:apigateway:[a-z0-9-]+::/restapis/[^/]+/stages/[^/]+"),
            Pattern.compile("arn:[a-z-]+:appsync:[a-z0-9-]+:\\d{12}:apis/[^/]+"),
            Pattern.compile("arn:[a-z-]+:cognito-idp:[a-z0-9-]+:\\d{12}:userpool/[^/]+"),
            Pattern.compile("arn:[a-z-]+:apprunner:[a-z0-9-]+:\\d{12}:service/[^/]+/[^/]+"),
            Pattern.compile("arn:[a-z-]+:ec2:[a-z0-9-]+:\\d{12}:verified-access-instance/[^/]+"));
    // How Amplify integrates with AWS WAF: web ACLs of the scope CLOUDFRONT only.
    private static final Pattern AMPLIFY = Pattern.compile("arn:[a-z-]+:amplify:[a-z0-9-]+:\\d{12}:apps/[^/]+");

    /** Why something cannot be protected, and what to do about it. */
    record Refusal(String rule, String fix) {}

    private final @Nullable String text;
    private final Output<String> arn;

    private FirewallTarget(@Nullable String text, Output<String> arn) {
        this.text = text;
        this.arn = arn;
    }

    /** The associations of a firewall by their labels. */
    public static SortedMap<String, FirewallTarget> of(WebFirewallArgs args) {
        var targets = new TreeMap<String, FirewallTarget>();
        args.associations().forEach((label, arn) -> targets.put(label, new FirewallTarget(null, arn)));
        args.associatedArns().forEach((label, arn) -> targets.put(label, new FirewallTarget(arn, Output.of(arn))));
        return targets;
    }

    /** The ARN, if it is known already. */
    @Nullable
    String text() {
        return text;
    }

    /** Why a firewall of this scope cannot protect what has this ARN; empty when it can. */
    static Optional<Refusal> refusal(String arn, WebFirewallArgs.Scope scope) {
        boolean isAmplify = AMPLIFY.matcher(arn).matches();
        if (HTTP_API.matcher(arn).matches()) {
            return Optional.of(new Refusal(
                    "AWS WAF cannot protect an HTTP or WebSocket API (API Gateway v2)",
                    "use a REST API, or put a load balancer or CloudFront before it"));
        }
        if (scope == WebFirewallArgs.Scope.CLOUDFRONT) {
            return isAmplify
                    ? Optional.empty()
                    : Optional.of(new Refusal(
                            "a firewall of the scope CLOUDFRONT protects distributions and Amplify apps only",
                            "give a distribution the firewall's ARN as webAclId, and anything else one of the scope"
                                    + " REGIONAL"));
        }
        if (isAmplify) {
            return Optional.of(new Refusal(
                    "AWS WAF protects Amplify apps with a firewall of the scope CLOUDFRONT only",
                    "make one of that scope for it"));
        }
        return PROTECTABLE.stream().anyMatch(form -> form.matcher(arn).matches())
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "AWS WAF protects application load balancers, REST API stages, GraphQL APIs, user pools,"
                                + " App Runner services, Verified Access instances and Amplify apps",
                        "give the ARN of one of these"));
    }

    /** The ARN, once it is known to be of something that a firewall of this scope can protect. */
    public Output<String> checked(String option, WebFirewallArgs.Scope scope) {
        return OutputCheck.apply(arn, known -> {
            refusal(known, scope).ifPresent(refusal -> {
                throw new RunException("%s is %s, but %s; %s.".formatted(option, known, refusal.rule(), refusal.fix()));
            });
            return known;
        });
    }

    @Override
    public String toString() {
        return text == null ? "an output" : text;
    }
}

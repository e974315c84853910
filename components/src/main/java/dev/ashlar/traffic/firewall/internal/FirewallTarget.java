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
 * The ARN of a resource that AWS WAF can protect. Known text is checked with the other options, an output as soon as
 * it is known, which is at preview for every existing resource.
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
    // Amplify integrates with AWS WAF through web ACLs of the scope CLOUDFRONT only.
    private static final Pattern AMPLIFY = Pattern.compile("arn:[a-z-]+:amplify:[a-z0-9-]+:\\d{12}:apps/[^/]+");

    /** Why a resource cannot be protected, and the fix. */
    record Rejection(String rule, String fix) {}

    private final @Nullable String text;
    private final Output<String> arn;

    private FirewallTarget(@Nullable String text, Output<String> arn) {
        this.text = text;
        this.arn = arn;
    }

    /** Returns the associations of a firewall by label. */
    public static SortedMap<String, FirewallTarget> of(WebFirewallArgs args) {
        var targets = new TreeMap<String, FirewallTarget>();
        args.associations().forEach((label, arn) -> targets.put(label, new FirewallTarget(null, arn)));
        args.associatedArns().forEach((label, arn) -> targets.put(label, new FirewallTarget(arn, Output.of(arn))));
        return targets;
    }

    /** Returns the ARN if it is known text. */
    @Nullable
    String text() {
        return text;
    }

    /** Returns why a firewall of this scope cannot protect the resource; empty when it can. */
    static Optional<Rejection> rejection(String arn, WebFirewallArgs.Scope scope) {
        boolean isAmplify = AMPLIFY.matcher(arn).matches();
        if (HTTP_API.matcher(arn).matches()) {
            return Optional.of(new Rejection(
                    "AWS WAF cannot protect an HTTP or WebSocket API (API Gateway v2)",
                    "use a REST API, or add a load balancer or CloudFront in front of it"));
        }
        if (scope == WebFirewallArgs.Scope.CLOUDFRONT) {
            return isAmplify
                    ? Optional.empty()
                    : Optional.of(
                            new Rejection(
                                    "a firewall of the scope CLOUDFRONT protects distributions and Amplify apps only",
                                    "set the ARN of the firewall as webAclId of a distribution, or use a firewall of the scope REGIONAL"));
        }
        if (isAmplify) {
            return Optional.of(new Rejection(
                    "AWS WAF protects Amplify apps with a firewall of the scope CLOUDFRONT only",
                    "create a firewall of that scope for it"));
        }
        return PROTECTABLE.stream().anyMatch(form -> form.matcher(arn).matches())
                ? Optional.empty()
                : Optional.of(new Rejection(
                        "AWS WAF protects application load balancers, REST API stages, GraphQL APIs, user pools,"
                                + " App Runner services, Verified Access instances and Amplify apps",
                        "use the ARN of one of these"));
    }

    /** Returns the ARN after checking that a firewall of this scope can protect the resource. */
    public Output<String> checked(String option, WebFirewallArgs.Scope scope) {
        return OutputCheck.apply(arn, known -> {
            rejection(known, scope).ifPresent(rejection -> {
                throw new RunException(
                        "%s is %s, but %s; %s.".formatted(option, known, rejection.rule(), rejection.fix()));
            });
            return known;
        });
    }

    @Override
    public String toString() {
        return text == null ? "an output" : text;
    }
}

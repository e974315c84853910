package dev.ashlar.traffic.firewall;

import com.pulumi.core.Output;
import com.pulumi.exceptions.RunException;
import dev.ashlar.core.LateCheck;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ARN of something that AWS WAF can protect. A text is checked with the other options, an output as soon as it is
 * known, which is at preview for everything that exists.
 */
final class FirewallTarget {

    private static final Pattern HTTP_API = Pattern.compile("arn:[a-z-]+:apigateway:[a-z0-9-]*::/apis/.+");
    // API_AssociateWebACL: the forms of ResourceArn.
    private static final List<Pattern> PROTECTABLE = List.of(
            Pattern.compile("arn:[a-z-]+:elasticloadbalancing:[a-z0-9-]+:\\d{12}:loadbalancer/app/[^/]+/[^/]+"),
            Pattern.compile("arn:[a-z-]+:apigateway:[a-z0-9-]+::/restapis/[^/]+/stages/[^/]+"),
            Pattern.compile("arn:[a-z-]+:appsync:[a-z0-9-]+:\\d{12}:apis/[^/]+"),
            Pattern.compile("arn:[a-z-]+:cognito-idp:[a-z0-9-]+:\\d{12}:userpool/[^/]+"),
            Pattern.compile("arn:[a-z-]+:apprunner:[a-z0-9-]+:\\d{12}:service/[^/]+/[^/]+"),
            Pattern.compile("arn:[a-z-]+:ec2:[a-z0-9-]+:\\d{12}:verified-access-instance/[^/]+"),
            Pattern.compile("arn:[a-z-]+:amplify:[a-z0-9-]+:\\d{12}:apps/[^/]+"));

    private final @Nullable String text;
    private final Output<String> arn;

    private FirewallTarget(@Nullable String text, Output<String> arn) {
        this.text = text;
        this.arn = arn;
    }

    static FirewallTarget of(String arn) {
        return new FirewallTarget(arn, Output.of(arn));
    }

    static FirewallTarget of(Output<String> arn) {
        return new FirewallTarget(null, arn);
    }

    /** The ARN, if it is known already. */
    @Nullable
    String text() {
        return text;
    }

    /** Why AWS WAF cannot protect what has this ARN; empty when it can. */
    static Optional<String> refusal(String arn) {
        if (HTTP_API.matcher(arn).matches()) {
            return Optional.of("AWS WAF cannot protect an HTTP or WebSocket API (API Gateway v2)");
        }
        return PROTECTABLE.stream().anyMatch(form -> form.matcher(arn).matches())
                ? Optional.empty()
                : Optional.of("AWS WAF protects application load balancers, REST API stages, GraphQL APIs, user pools,"
                        + " App Runner services, Verified Access instances and Amplify apps");
    }

    /** What to do about it. */
    static String advice(String arn) {
        return HTTP_API.matcher(arn).matches()
                ? "use a REST API, or put a load balancer or CloudFront before it"
                : "give the ARN of one of these";
    }

    /** The ARN, once it is known to be of something that can be protected. */
    Output<String> checked(String option) {
        return LateCheck.apply(arn, known -> {
            refusal(known).ifPresent(reason -> {
                throw new RunException("%s is %s, but %s; %s.".formatted(option, known, reason, advice(known)));
            });
            return known;
        });
    }

    @Override
    public String toString() {
        return text == null ? "an output" : text;
    }
}

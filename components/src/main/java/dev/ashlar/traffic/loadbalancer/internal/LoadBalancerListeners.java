package dev.ashlar.traffic.loadbalancer.internal;

import com.pulumi.aws.lb.Listener;
import com.pulumi.aws.lb.ListenerArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionFixedResponseArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionRedirectArgs;
import com.pulumi.aws.lb.inputs.ListenerMutualAuthenticationArgs;
import com.pulumi.core.Output;
import dev.ashlar.internal.aws.DnsCertificate;
import dev.ashlar.internal.aws.Json;
import dev.ashlar.internal.component.Children;
import dev.ashlar.traffic.loadbalancer.ApplicationLoadBalancerArgs;
import java.util.Map;
import java.util.Objects;

/** Creates the listeners of a load balancer. */
public final class LoadBalancerListeners {

    private static final String NOT_FOUND = Json.text(Map.of("message", "Not Found"));

    private final Children children;
    private final ApplicationLoadBalancerArgs args;
    private final Output<String> loadBalancerArn;

    public LoadBalancerListeners(Children children, ApplicationLoadBalancerArgs args, Output<String> loadBalancerArn) {
        this.children = children;
        this.args = args;
        this.loadBalancerArn = loadBalancerArn;
    }

    /** Creates the listeners and returns the one that services add their rules to. */
    public Listener create() {
        if (args.allowPlainHttp()) {
            return create("http", notFound().protocol("HTTP").port(80));
        }
        redirect();
        return https();
    }

    private Listener https() {
        var listener = notFound()
                .protocol("HTTPS")
                .port(443)
                .sslPolicy(args.sslPolicy())
                .certificateArn(certificateArn());
        var trustStore = args.trustStoreArn();
        if (trustStore != null) {
            listener.mutualAuthentication(ListenerMutualAuthenticationArgs.builder()
                    .mode("verify")
                    .trustStoreArn(trustStore)
                    .ignoreClientCertificateExpiry(false)
                    .build());
        }
        return create("https", listener);
    }

    private Output<String> certificateArn() {
        var domain = args.domain();
        return domain != null
                ? DnsCertificate.issue(children.name(), domain.name(), domain.zoneId(), args.tags(), children.options())
                : Objects.requireNonNull(args.certificateArn());
    }

    private void redirect() {
        var action = ListenerDefaultActionArgs.builder()
                .type("redirect")
                .redirect(ListenerDefaultActionRedirectArgs.builder()
                        .protocol("HTTPS")
                        .port("443")
                        .statusCode("HTTP_301")
                        .build())
                .build();
        create(
                "http",
                ListenerArgs.builder().defaultActions(action).protocol("HTTP").port(80));
    }

    private static ListenerArgs.Builder notFound() {
        return ListenerArgs.builder()
                .defaultActions(ListenerDefaultActionArgs.builder()
                        .type("fixed-response")
                        .fixedResponse(ListenerDefaultActionFixedResponseArgs.builder()
                                .statusCode("404")
                                .contentType("application/json")
                                .messageBody(NOT_FOUND)
                                .build())
                        .build());
    }

    private Listener create(String role, ListenerArgs.Builder builder) {
        var place = children.scope(role);
        return new Listener(
                place.name(),
                builder.loadBalancerArn(loadBalancerArn).tags(place.tags()).build(),
                place.options());
    }
}

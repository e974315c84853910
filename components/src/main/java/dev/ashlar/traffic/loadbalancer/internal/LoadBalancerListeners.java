package dev.ashlar.traffic.loadbalancer.internal;

import com.pulumi.aws.lb.Listener;
import com.pulumi.aws.lb.ListenerArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionFixedResponseArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionRedirectArgs;
import com.pulumi.aws.lb.inputs.ListenerMutualAuthenticationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.ashlar.internal.aws.Json;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ports that a load balancer answers at. */
public final class LoadBalancerListeners {

    private static final String NOT_FOUND = Json.text(Map.of("message", "Not Found"));

    private final String loadBalancer;
    private final Output<String> loadBalancerArn;
    private final Map<String, String> tags;
    private final CustomResourceOptions child;

    public LoadBalancerListeners(
            String loadBalancer,
            Output<String> loadBalancerArn,
            Map<String, String> tags,
            CustomResourceOptions child) {
        this.loadBalancer = loadBalancer;
        this.loadBalancerArn = loadBalancerArn;
        this.tags = tags;
        this.child = child;
    }

    /** The listener that services add their rules to, over TLS. */
    public Listener https(String sslPolicy, Output<String> certificateArn, @Nullable Output<String> trustStoreArn) {
        var listener =
                notFound().protocol("HTTPS").port(443).sslPolicy(sslPolicy).certificateArn(certificateArn);
        if (trustStoreArn != null) {
            listener.mutualAuthentication(ListenerMutualAuthenticationArgs.builder()
                    .mode("verify")
                    .trustStoreArn(trustStoreArn)
                    .ignoreClientCertificateExpiry(false)
                    .build());
        }
        return create("https", listener);
    }

    /** The listener that services add their rules to, in plain text. */
    public Listener http() {
        return create("http", notFound().protocol("HTTP").port(80));
    }

    /** A listener that sends everybody to HTTPS. */
    public Listener redirect() {
        var action = ListenerDefaultActionArgs.builder()
                .type("redirect")
                .redirect(ListenerDefaultActionRedirectArgs.builder()
                        .protocol("HTTPS")
                        .port("443")
                        .statusCode("HTTP_301")
                        .build())
                .build();
        return create(
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
        var name = Names.child(loadBalancer, role);
        return new Listener(
                name,
                builder.loadBalancerArn(loadBalancerArn)
                        .tags(Tags.named(name, tags))
                        .build(),
                child);
    }
}

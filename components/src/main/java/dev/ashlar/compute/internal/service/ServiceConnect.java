package dev.ashlar.compute.internal.service;

import com.pulumi.aws.ecs.inputs.ServiceServiceConnectConfigurationArgs;
import com.pulumi.aws.ecs.inputs.ServiceServiceConnectConfigurationLogConfigurationArgs;
import com.pulumi.aws.ecs.inputs.ServiceServiceConnectConfigurationServiceArgs;
import com.pulumi.aws.ecs.inputs.ServiceServiceConnectConfigurationServiceClientAliasArgs;
import com.pulumi.core.Output;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.ServiceConnectArgs;
import dev.ashlar.compute.internal.container.ContainerCheck;
import dev.ashlar.compute.internal.task.ServiceCalls;
import dev.ashlar.compute.internal.task.TaskContainers;
import dev.ashlar.core.Violations;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A service's part in Service Connect.
 *
 * @param discoveryName how Cloud Map knows it
 * @param dnsName the name by which others call it
 * @param clientPort the port at which others call it
 * @param server whether others find it
 */
public record ServiceConnect(String discoveryName, String dnsName, int clientPort, boolean server) {

    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectClientAlias.html, dnsName
    private static final int MAX_DNS_NAME = 127;
    private static final Pattern DNS_NAME = Pattern.compile("[a-z0-9_][a-z0-9_-]*(?:\\.[a-z0-9_][a-z0-9_-]*)*");

    /** Returns the service's part in Service Connect; null without the option. */
    public static @Nullable ServiceConnect of(String name, FargateServiceArgs args) {
        var connect = args.serviceConnect();
        return connect == null
                ? null
                : new ServiceConnect(
                        name,
                        Objects.requireNonNullElse(connect.dnsName(), name),
                        clientPort(connect, args),
                        connect.server());
    }

    private static int clientPort(ServiceConnectArgs connect, FargateServiceArgs args) {
        var port = connect.clientPort() == null ? args.port() : connect.clientPort();
        return port == null ? 0 : port;
    }

    static void check(FargateServiceArgs args, Violations violations) {
        var connect = args.serviceConnect();
        if (connect == null) {
            ServiceCalls.reject(args, violations);
            return;
        }
        var cluster = args.cluster();
        violations.expect(
                cluster == null || cluster.serviceConnectNamespaceArn() != null,
                "serviceConnect",
                "set",
                "the cluster has no namespace for it",
                "create the ServiceCluster with serviceConnect(true)");
        violations.expect(
                !connect.server() || args.port() != null,
                "serviceConnect.server",
                true,
                "others call a service at a port",
                "give the port that the container listens on");
        var dnsName = connect.dnsName();
        violations.expect(
                dnsName == null || (DNS_NAME.matcher(dnsName).matches() && dnsName.length() <= MAX_DNS_NAME),
                "serviceConnect.dnsName",
                dnsName,
                "it has at most %d lower-case letters, digits, hyphens, underscores, and dots between them"
                        .formatted(MAX_DNS_NAME),
                "use a name like orders");
        ContainerCheck.port("serviceConnect.clientPort", connect.clientPort(), violations);
    }

    public String url() {
        return "http://%s:%d".formatted(dnsName, clientPort);
    }

    ServiceServiceConnectConfigurationArgs configuration(
            Output<String> namespaceArn, Output<String> logGroup, Output<String> region) {
        var configuration = ServiceServiceConnectConfigurationArgs.builder()
                .enabled(true)
                .namespace(namespaceArn)
                .logConfiguration(ServiceServiceConnectConfigurationLogConfigurationArgs.builder()
                        .logDriver("awslogs")
                        .options(Output.tuple(logGroup, region)
                                .applyValue(place -> Map.of(
                                        "awslogs-group", place.t1,
                                        "awslogs-region", place.t2,
                                        "awslogs-stream-prefix", "service-connect")))
                        .build());
        if (server) {
            configuration.services(ServiceServiceConnectConfigurationServiceArgs.builder()
                    .portName(TaskContainers.APP)
                    .discoveryName(discoveryName)
                    .clientAlias(ServiceServiceConnectConfigurationServiceClientAliasArgs.builder()
                            .dnsName(dnsName)
                            .port(clientPort)
                            .build())
                    .build());
        }
        return configuration.build();
    }
}

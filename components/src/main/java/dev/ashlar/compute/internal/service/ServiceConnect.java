package dev.ashlar.compute.internal.service;

import com.pulumi.aws.ecs.inputs.ServiceServiceConnectConfigurationArgs;
import com.pulumi.aws.ecs.inputs.ServiceServiceConnectConfigurationLogConfigurationArgs;
import com.pulumi.aws.ecs.inputs.ServiceServiceConnectConfigurationServiceArgs;
import com.pulumi.aws.ecs.inputs.ServiceServiceConnectConfigurationServiceClientAliasArgs;
import com.pulumi.core.Output;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.TaskOptions;
import dev.ashlar.compute.internal.task.TaskContainers;
import dev.ashlar.core.Violations;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A service's part in Service Connect.
 *
 * @param discoveryName how Cloud Map knows it
 * @param dnsName the name by which others call it
 * @param clientPort the port at which others call it
 * @param server whether others find it
 */
public record ServiceConnect(String discoveryName, String dnsName, int clientPort, boolean server) {

    /** What the proxy in each task gets of the task's CPU units. */
    public static final int PROXY_CPU = 256;

    /** What the proxy in each task gets of the task's memory, in MiB. */
    public static final int PROXY_MEMORY = 64;

    /** How a binding says that it is a call by way of Service Connect. */
    public static final String ACCESS = "call";

    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectClientAlias.html, dnsName
    private static final int MAX_DNS_NAME = 127;
    private static final Pattern DNS_NAME = Pattern.compile("[a-z0-9_][a-z0-9_-]*(?:\\.[a-z0-9_][a-z0-9_-]*)*");

    public static Optional<ServiceConnect> of(String name, FargateServiceArgs args) {
        return Optional.ofNullable(args.serviceConnect())
                .map(connect -> new ServiceConnect(
                        name,
                        Objects.requireNonNullElse(connect.dnsName(), name),
                        connect.clientPort().orElse(args.port().orElse(0)),
                        connect.server()));
    }

    /** Whether there is a proxy in each task. */
    public static boolean isUsedBy(TaskOptions args) {
        return args instanceof FargateServiceArgs service && service.serviceConnect() != null;
    }

    /** Adds a fault for each call by Service Connect from where there is none. */
    public static void checkCalls(TaskOptions args, Violations violations) {
        if (!isUsedBy(args)) {
            args.uses().stream()
                    .filter(binding -> ACCESS.equals(binding.access()))
                    .forEach(binding -> violations.add(
                            "uses",
                            "a call of " + binding.provider(),
                            "only a service with Service Connect knows its name",
                            "add serviceConnect(connect -> {}) to a service, or go through a load balancer"));
        }
    }

    static void check(FargateServiceArgs args, Violations violations) {
        var connect = args.serviceConnect();
        if (connect == null) {
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
                !connect.server() || args.port().isPresent(),
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
        connect.clientPort()
                .ifPresent(port -> violations.expect(
                        port >= 1 && port <= 65535,
                        "serviceConnect.clientPort",
                        port,
                        "TCP ports are 1 to 65535",
                        "use such a port"));
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

package dev.ashlar.compute.internal.container;

import com.pulumi.core.Output;
import dev.ashlar.compute.container.ContainerArgs;
import dev.ashlar.compute.container.OpenTelemetryArgs;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.internal.aws.Json;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The container that sends an application's traces and metrics to AWS. */
public final class TelemetryCollector {

    public static final String NAME = "otel-collector";

    /** The ports for gRPC and for HTTP. */
    public static final List<Integer> PORTS = List.of(4317, 4318);

    private TelemetryCollector() {}

    public static ContainerArgs container(OpenTelemetryArgs args) {
        return ContainerArgs.builder()
                .image(args.image())
                .cpu(args.cpu())
                .memory(args.memory())
                .essential(false)
                .build();
    }

    /**
     * Returns the variables by which the application finds the collector.
     *
     * @see <a href="https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/">OpenTelemetry:
     *     Environment Variable Specification</a>
     */
    public static SortedMap<String, String> environment(String serviceName) {
        return new TreeMap<>(Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://localhost:" + PORTS.get(0),
                "OTEL_EXPORTER_OTLP_PROTOCOL",
                "grpc",
                "OTEL_PROPAGATORS",
                "tracecontext,baggage,xray",
                "OTEL_SERVICE_NAME",
                serviceName));
    }

    /** Returns the collector's environment: its configuration, as JSON, which is also YAML. */
    public static Map<String, Output<String>> configuration(String serviceName, Output<String> logGroupName) {
        return Map.of(
                "AOT_CONFIG_CONTENT",
                Json.of(Map.of(
                        "receivers",
                        Map.of(
                                "otlp",
                                Map.of(
                                        "protocols",
                                        Map.of(
                                                "grpc", Map.of("endpoint", "localhost:" + PORTS.get(0)),
                                                "http", Map.of("endpoint", "localhost:" + PORTS.get(1))))),
                        "processors",
                        Map.of("batch", Map.of()),
                        "exporters",
                        Map.of(
                                "awsxray",
                                Map.of(),
                                "awsemf",
                                Map.of(
                                        "namespace", serviceName,
                                        "log_group_name", logGroupName)),
                        "service",
                        Map.of(
                                "pipelines",
                                Map.of(
                                        "traces", pipeline("awsxray"),
                                        "metrics", pipeline("awsemf"))))));
    }

    /**
     * Returns the permissions that the collector requires. X-Ray's actions do not support resource-level permissions.
     *
     * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html">Actions,
     *     resources, and condition keys for AWS X-Ray</a>
     */
    public static List<PolicyStatement> statements(Output<String> logGroupArn) {
        return List.of(
                PolicyStatement.allow(
                        Output.of("*"),
                        "xray:GetSamplingRules",
                        "xray:GetSamplingStatisticSummaries",
                        "xray:GetSamplingTargets",
                        "xray:PutTelemetryRecords",
                        "xray:PutTraceSegments"),
                PolicyStatement.allow(
                        logGroupArn.applyValue(arn -> arn + ":*"), "logs:CreateLogStream", "logs:PutLogEvents"));
    }

    private static Map<String, Object> pipeline(String exporter) {
        return Map.of("receivers", List.of("otlp"), "processors", List.of("batch"), "exporters", List.of(exporter));
    }
}

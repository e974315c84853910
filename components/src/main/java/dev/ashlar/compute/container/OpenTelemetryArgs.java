package dev.ashlar.compute.container;

import dev.ashlar.core.ContainerImage;
import dev.ashlar.internal.component.ArgsStyle;
import org.immutables.value.Value;

/**
 * A collector beside the application that takes traces and metrics in the OpenTelemetry protocol at ports 4317 (gRPC) and
 * 4318 (HTTP) of localhost. Traces go to X-Ray, metrics to CloudWatch by way of the tasks' log group. The application finds
 * the collector by the standard variables ({@code OTEL_EXPORTER_OTLP_ENDPOINT} …), and works on when the collector does not.
 *
 * <p>X-Ray bills each recorded trace, CloudWatch each metric.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/trace-data.html">Identify Amazon ECS
 *     optimization opportunities using application trace data</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class OpenTelemetryArgs {

    /**
     * The image of the collector. Default: the AWS Distro for OpenTelemetry from the public registry; a network without a way
     * to the internet needs a copy in its own registry.
     */
    @Value.Default
    public ContainerImage image() {
        return ContainerImage.of("public.ecr.aws/aws-observability/aws-otel-collector:v0.43.3");
    }

    /** The CPU units of the collector out of the task's. Default: 0, a small share. */
    @Value.Default
    public int cpu() {
        return 0;
    }

    /** The memory of the collector out of the task's, in MiB. Default: 256. */
    @Value.Default
    public int memory() {
        return 256;
    }

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link OpenTelemetryArgs}. */
    public static final class Builder extends ImmutableOpenTelemetryArgs.Builder {
        Builder() {}
    }
}

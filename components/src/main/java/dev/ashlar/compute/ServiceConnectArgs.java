package dev.ashlar.compute;

import dev.ashlar.internal.component.ArgsStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a service talks to others of its cluster: by short names, through a proxy in each task that balances, retries and
 * counts. The proxy gets 256 CPU units and 64 MiB of the task, as AWS recommends.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html">Amazon ECS
 *     Service Connect components</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class ServiceConnectArgs {

    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html
    static final TaskSize PROXY = new TaskSize(256, 64);

    /** Whether others find this service too; it then needs a port. Default: false, so that it only calls others. */
    @Value.Default
    public boolean server() {
        return false;
    }

    /**
     * The name by which others call it, at most 127 lower-case letters, digits, hyphens, underscores, and dots between them,
     * such as {@code orders.shop}. A change deploys the service anew, and its callers, which find the name in a variable.
     * Default: the component's name.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectClientAlias.html">Amazon ECS
     *     API Reference: ServiceConnectClientAlias</a>
     */
    public abstract @Nullable String dnsName();

    /** The port at which others call it, 1 to 65535. Default: the container's port. */
    public abstract @Nullable Integer clientPort();

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ServiceConnectArgs}. */
    public static final class Builder extends ImmutableServiceConnectArgs.Builder {
        Builder() {}
    }
}

package dev.ashlar.compute.container;

import java.util.Locale;

/**
 * The protocol of a container's port, by which Service Connect counts and balances requests.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html">Amazon ECS API Reference:
 *     PortMapping</a>
 */
public enum AppProtocol {
    HTTP,
    HTTP2,
    GRPC;

    /** Returns the value of {@code appProtocol} in a container definition. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

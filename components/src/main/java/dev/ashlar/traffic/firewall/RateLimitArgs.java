package dev.ashlar.traffic.firewall;

import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The number of requests that one address may send.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based-high-level-settings.html">
 *     High-level settings for rate-based rules</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class RateLimitArgs {

    /** The maximum number of requests of one address in a window, 10 to 2,000,000,000. Default: 2000. */
    @Value.Default
    public int limit() {
        return 2000;
    }

    /** The length of the window: 1, 2, 5 or 10 minutes. Default: 5 minutes. */
    @Value.Default
    public Duration evaluationWindow() {
        return Duration.ofMinutes(5);
    }

    /**
     * The path whose requests count, such as {@code /login}, or {@code /login/**} for all paths below it. Default:
     * every path.
     */
    public abstract @Nullable String path();

    /** Whether an address over the limit is blocked, or only counted. Default: blocked. */
    @Value.Default
    public FirewallMode mode() {
        return FirewallMode.BLOCK;
    }

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link RateLimitArgs}. */
    public static final class Builder extends ImmutableRateLimitArgs.Builder {
        Builder() {}
    }
}

package dev.ashlar.data.bucket;

import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The options of a rule that allows web pages of other origins to use a bucket.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html">Elements of a CORS
 *     configuration</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class CorsRuleArgs {

    /** The methods of requests. */
    public enum Method {
        GET,
        PUT,
        POST,
        DELETE,
        HEAD
    }

    /**
     * The origins of the pages, such as {@code https://shop.example.com}, each with at most one {@code *}. Required.
     */
    public abstract List<String> allowedOrigins();

    /** The methods that the pages can use. Required. */
    public abstract Set<Method> allowedMethods();

    /** The headers that requests can contain, each with at most one {@code *}. Default: none but the simple ones. */
    public abstract List<String> allowedHeaders();

    /** The headers of responses that pages can read, such as {@code ETag}. Default: none but the simple ones. */
    public abstract List<String> exposeHeaders();

    /** How long browsers cache the response to a preflight request, in whole seconds. Default: the browser's own. */
    public abstract @Nullable Duration maxAge();

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link CorsRuleArgs}. */
    public static final class Builder extends ImmutableCorsRuleArgs.Builder {
        Builder() {}
    }
}

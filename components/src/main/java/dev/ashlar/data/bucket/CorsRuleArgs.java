package dev.ashlar.data.bucket;

import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The options of a rule by which web pages of other origins may use a bucket.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html">Elements of a CORS
 *     configuration</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class CorsRuleArgs {

    /** What pages may ask of S3. */
    public enum Method {
        GET,
        PUT,
        POST,
        DELETE,
        HEAD
    }

    /** The origins of the pages, such as {@code https://shop.example.com}, each with one {@code *} at most. Required. */
    public abstract List<String> allowedOrigins();

    /** What the pages may ask. Required. */
    public abstract Set<Method> allowedMethods();

    /** The headers that requests may carry, each with one {@code *} at most. Default: none beyond the simple ones. */
    public abstract List<String> allowedHeaders();

    /** The headers of answers that pages may see, such as {@code ETag}. Default: the simple ones. */
    public abstract List<String> exposeHeaders();

    /** For how long browsers remember the answer, in whole seconds. Default: the browser's. */
    public abstract @Nullable Duration maxAge();

    /** Starts the options. */
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

package dev.ashlar.data.bucket;

import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The options of a lifecycle rule: the objects that it applies to, and the ages at which they are moved or deleted.
 * Ages are whole days.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html">Lifecycle configuration
 *     elements</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class LifecycleRuleArgs {

    /** The prefix of the objects' keys, such as {@code reports/}. Default: none, all objects. */
    @Value.Default
    public String prefix() {
        return "";
    }

    /** The tags of the objects; an object must have all of them. Default: none, all objects. */
    public abstract Map<String, String> objectTags();

    /** The size in bytes that the objects exceed. Default: any size. */
    public abstract @Nullable Integer objectSizeGreaterThan();

    /** The size in bytes that the objects are below. Default: any size. */
    public abstract @Nullable Integer objectSizeLessThan();

    /** The age at which objects are deleted; with versioning, they become noncurrent. Default: never. */
    public abstract @Nullable Duration expiration();

    /** The ages at which objects move to other storage classes. Default: none. */
    public abstract Map<StorageClass, Duration> transitions();

    /**
     * How long a version is kept after it was overwritten or deleted. Default: as long as the bucket keeps versions.
     */
    public abstract @Nullable Duration noncurrentVersionExpiration();

    /** The times after which overwritten or deleted versions move to other storage classes. Default: none. */
    public abstract Map<StorageClass, Duration> noncurrentVersionTransitions();

    /** Whether S3 applies the rule. Default: {@code true}. */
    @Value.Default
    public boolean enabled() {
        return true;
    }

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** The keys that the builder received more than once. */
    abstract List<String> repeatedKeys();

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link LifecycleRuleArgs}. */
    public static final class Builder extends ImmutableLifecycleRuleArgs.Builder {
        private final RepeatedKeys keys = new RepeatedKeys();

        Builder() {}

        /** Adds a move of objects to another storage class at an age. */
        public Builder transition(StorageClass storageClass, Duration age) {
            keys.take("transitions", storageClass.name());
            return putTransitions(storageClass, age);
        }

        /** Adds a move of versions to another storage class some time after they were overwritten or deleted. */
        public Builder noncurrentVersionTransition(StorageClass storageClass, Duration age) {
            keys.take("noncurrentVersionTransitions", storageClass.name());
            return putNoncurrentVersionTransitions(storageClass, age);
        }

        @Override
        public LifecycleRuleArgs build() {
            if (!keys.all().isEmpty()) {
                repeatedKeys(keys.all());
            }
            return super.build();
        }
    }
}

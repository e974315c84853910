package dev.ashlar.data.bucket;

import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The options of a lifecycle rule: which objects it is about, and where they go when they age. Ages are whole days.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html">Lifecycle configuration
 *     elements</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class LifecycleRuleArgs {

    /** What the keys of the objects start with, such as {@code reports/}. Default: anything. */
    @Value.Default
    public String prefix() {
        return "";
    }

    /** The tags that the objects have, all of them. Default: any. */
    public abstract Map<String, String> objectTags();

    /** The objects are larger than this, in bytes. Default: any size. */
    public abstract @Nullable Integer objectSizeGreaterThan();

    /** The objects are smaller than this, in bytes. Default: any size. */
    public abstract @Nullable Integer objectSizeLessThan();

    /** The age at which objects are deleted; where there are versions, they become noncurrent. Default: never. */
    public abstract @Nullable Duration expiration();

    /** The ages at which objects move to other storage. Default: none. */
    public abstract Map<StorageClass, Duration> transitions();

    /** How long a version is kept after it was replaced or deleted. Default: as long as the bucket keeps them. */
    public abstract @Nullable Duration noncurrentVersionExpiration();

    /** How long after they were replaced or deleted versions move to other storage. Default: they do not. */
    public abstract Map<StorageClass, Duration> noncurrentVersionTransitions();

    /** Whether the rule works. Default: true. */
    @Value.Default
    public boolean enabled() {
        return true;
    }

    /** Starts the options. */
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

        /** Moves objects to other storage at an age. */
        public Builder transition(StorageClass storageClass, Duration age) {
            keys.take("transitions", storageClass.name());
            return putTransitions(storageClass, age);
        }

        /** Moves versions to other storage some time after they were replaced or deleted. */
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

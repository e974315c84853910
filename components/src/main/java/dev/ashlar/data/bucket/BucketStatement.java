package dev.ashlar.data.bucket;

import com.pulumi.core.Output;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.ArgsStyle;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * A statement of a bucket's policy. It applies to the bucket or to some of its objects, so it does not contain the
 * bucket's ARN.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html">Bucket policies for Amazon
 *     S3</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class BucketStatement {

    /** The effect of a statement. */
    public enum Effect {
        ALLOW("Allow"),
        DENY("Deny");

        private final String wireName;

        Effect(String wireName) {
            this.wireName = wireName;
        }

        /** Returns the effect in the policy language. */
        public String wireName() {
            return wireName;
        }
    }

    /** Whether the statement allows or denies. Default: {@link Effect#ALLOW}. */
    @Value.Default
    public Effect effect() {
        return Effect.ALLOW;
    }

    /** The AWS services that it applies to, such as {@code logging.s3.amazonaws.com}. Default: none. */
    public abstract List<String> services();

    /**
     * The ARNs of accounts and roles that it applies to. Without services and principals it applies to all principals.
     * Default: none.
     */
    public abstract List<Output<String>> principals();

    /** The allowed or denied actions, such as {@code s3:GetObject}. Required. */
    public abstract List<String> actions();

    /** Whether it applies to the bucket. Default: {@code false}. */
    @Value.Default
    public boolean bucket() {
        return false;
    }

    /** The keys of the objects that it applies to, such as {@code reports/*}. Default: none. */
    public abstract List<String> objects();

    /** The values of condition keys, by operator, such as {@code StringEquals}. Default: no condition. */
    public abstract Map<String, Map<String, Object>> conditions();

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

    /** Builds {@link BucketStatement}. */
    public static final class Builder extends ImmutableBucketStatement.Builder {
        private final RepeatedKeys keys = new RepeatedKeys();

        Builder() {}

        /** Adds the ARN of an account or a role. */
        public Builder addPrincipal(String arn) {
            return addPrincipals(Output.of(arn));
        }

        /** Adds a condition. */
        public Builder condition(String operator, Map<String, Object> values) {
            return putConditions(keys.take("conditions", operator), values);
        }

        @Override
        public BucketStatement build() {
            if (!keys.all().isEmpty()) {
                repeatedKeys(keys.all());
            }
            return super.build();
        }
    }
}

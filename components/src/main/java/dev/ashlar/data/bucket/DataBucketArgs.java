package dev.ashlar.data.bucket;

import com.pulumi.core.Output;
import dev.ashlar.core.Profile;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The options of a {@link DataBucket}. */
@Value.Immutable
@ArgsStyle
public abstract class DataBucketArgs {

    /**
     * The customer managed key that encrypts the objects, with a bucket key, which saves most requests to KMS. A change
     * affects new objects only. Default: none, S3 managed keys, which are free.
     */
    public abstract @Nullable Output<String> kmsKeyArn();

    /**
     * Whether S3 keeps versions of overwritten and deleted objects. A change to {@code false} keeps existing versions
     * until their {@link #noncurrentVersionExpiration}. Default: {@code true}.
     */
    @Value.Default
    public boolean versioning() {
        return true;
    }

    /** How long S3 keeps a version after it was overwritten or deleted, at least 1 whole day. Default: 90 days. */
    @Value.Default
    public Duration noncurrentVersionExpiration() {
        return Duration.ofDays(90);
    }

    /**
     * The age at which S3 deletes the parts of an incomplete multipart upload, at least 1 whole day. Default: 7 days.
     */
    @Value.Default
    public Duration abortIncompleteMultipartUpload() {
        return Duration.ofDays(7);
    }

    /** The age at which S3 deletes every object, at least 1 whole day. Default: never. */
    public abstract @Nullable Duration expiration();

    /**
     * The lifecycle rules by name, up to 999, besides the rule {@code all-objects}, which contains the three options
     * above. Default: none.
     */
    public abstract Map<String, LifecycleRuleArgs> lifecycleRules();

    /** The rules that allow web pages of other origins to use the bucket, by name, up to 100. Default: none. */
    public abstract Map<String, CorsRuleArgs> corsRules();

    /**
     * Whether S3 sends an event to EventBridge for every object that is created or deleted. Rules cost nothing until
     * they match. Default: {@code false}.
     */
    @Value.Default
    public boolean eventBridge() {
        return false;
    }

    /** The AWS services that write their logs here. Default: none. */
    public abstract List<LogDelivery> logDeliveries();

    /**
     * The name of the bucket that receives the server access logs of this one, with the name of this component as the
     * prefix: another bucket of this account and region with {@link LogDelivery#serverAccess}. Default: none, accesses
     * are not logged.
     */
    public abstract @Nullable Output<String> accessLogsBucket();

    /**
     * Further statements of the bucket's policy by id: letters and digits. Services of the same program do not require
     * any: they use bindings, such as {@link DataBucket#read()}. Default: none.
     */
    public abstract Map<String, BucketStatement> statements();

    /**
     * Whether S3 accepts a public policy. ACLs are always disabled. Default: {@code false}.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">Blocking
     *     public access to your Amazon S3 storage</a>
     */
    @Value.Default
    public boolean allowPublicPolicy() {
        return false;
    }

    /**
     * Whether Pulumi rejects the deletion of the bucket. To delete a bucket, first update with {@code false}. Default:
     * the profile's data protection.
     */
    @Value.Default
    public boolean deletionProtection() {
        return profile().dataProtection();
    }

    /**
     * Whether deleting the bucket deletes its objects; otherwise S3 rejects the deletion of a bucket that is not empty.
     * Requires a profile without data protection. Default: {@code true} with these profiles, {@code false} otherwise.
     */
    @Value.Default
    public boolean forceDestroy() {
        return !profile().dataProtection();
    }

    /** The profile that sets the defaults of other options. Default: {@link Profile#PROD}. */
    @Value.Default
    public Profile profile() {
        return Profile.PROD;
    }

    /** Tags of the bucket. Default: none. */
    public abstract Map<String, String> tags();

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** The keys that the builder received more than once. */
    abstract List<String> repeatedKeys();

    /** Adds a violation for each key that a builder of these options received more than once. */
    final void checkKeys(Violations violations) {
        RepeatedKeys.check(repeatedKeys(), violations);
        lifecycleRules()
                .forEach((name, rule) -> RepeatedKeys.check("lifecycleRules." + name, rule.repeatedKeys(), violations));
        statements()
                .forEach((sid, statement) ->
                        RepeatedKeys.check("statements." + sid, statement.repeatedKeys(), violations));
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link DataBucketArgs}. */
    public static final class Builder extends ImmutableDataBucketArgs.Builder {
        private final RepeatedKeys keys = new RepeatedKeys();

        Builder() {}

        /** Sets the customer managed key that encrypts the objects. */
        public Builder kmsKeyArn(String arn) {
            return kmsKeyArn(Output.of(arn));
        }

        /** Sets the name of the bucket that receives the server access logs of this one. */
        public Builder accessLogsBucket(String bucketName) {
            return accessLogsBucket(Output.of(bucketName));
        }

        /** Adds a lifecycle rule. */
        public Builder lifecycleRule(String name, Consumer<LifecycleRuleArgs.Builder> options) {
            var rule = LifecycleRuleArgs.builder();
            options.accept(rule);
            return putLifecycleRules(keys.take("lifecycleRules", name), rule.build());
        }

        /** Adds a CORS rule. */
        public Builder corsRule(String name, Consumer<CorsRuleArgs.Builder> options) {
            var rule = CorsRuleArgs.builder();
            options.accept(rule);
            return putCorsRules(keys.take("corsRules", name), rule.build());
        }

        /** Adds AWS services that write their logs here. */
        public Builder logDelivery(LogDelivery... deliveries) {
            return addLogDeliveries(deliveries);
        }

        /** Adds a statement to the bucket's policy. */
        public Builder statement(String sid, Consumer<BucketStatement.Builder> options) {
            var statement = BucketStatement.builder();
            options.accept(statement);
            return putStatements(keys.take("statements", sid), statement.build());
        }

        @Override
        public DataBucketArgs build() {
            if (!keys.all().isEmpty()) {
                repeatedKeys(keys.all());
            }
            return super.build();
        }
    }
}

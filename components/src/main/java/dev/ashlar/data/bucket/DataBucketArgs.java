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
     * The customer managed key that encrypts the objects, by way of a key of the bucket's own, which saves most requests to
     * KMS. Default: none, S3's own keys, free. A change affects new objects only.
     */
    public abstract @Nullable Output<String> kmsKeyArn();

    /**
     * Whether objects that are overwritten or deleted can be restored. Default: true. When it is switched off, the versions
     * that exist stay until {@link #noncurrentVersionExpiration}.
     */
    @Value.Default
    public boolean versioning() {
        return true;
    }

    /** For how many whole days a version can be restored after it was overwritten or deleted, at least 1. Default: 90
     * days. */
    @Value.Default
    public Duration noncurrentVersionExpiration() {
        return Duration.ofDays(90);
    }

    /** After how many whole days the parts of an upload that nobody completed are deleted, at least 1. Default: 7 days. */
    @Value.Default
    public Duration abortIncompleteMultipartUpload() {
        return Duration.ofDays(7);
    }

    /** The age in whole days at which every object is deleted. Default: never. */
    public abstract @Nullable Duration expiration();

    /**
     * What happens to objects when they age, by the names of the rules, up to 999. Default: nothing beyond the options above,
     * which are the rule {@code all-objects}.
     */
    public abstract Map<String, LifecycleRuleArgs> lifecycleRules();

    /** Which web pages of other origins may use the bucket, by the names of the rules, up to 100. Default: none. */
    public abstract Map<String, CorsRuleArgs> corsRules();

    /** Whether EventBridge is told of every object that comes or goes; rules for it cost nothing until they match. Default:
     * false. */
    @Value.Default
    public boolean eventBridge() {
        return false;
    }

    /** The AWS services that write their logs here. Default: none. */
    public abstract List<LogDelivery> logDeliveries();

    /**
     * The name of the bucket that takes this one's server access logs, below the name of this component: another bucket of this
     * account and region that has {@link LogDelivery#serverAccess}. Default: none, accesses are not recorded.
     */
    public abstract @Nullable Output<String> accessLogsBucket();

    /**
     * Further statements of the bucket's policy by their ids, letters and digits. Default: none. Your own services get their
     * permissions from {@link DataBucket#read()} and its like.
     */
    public abstract Map<String, BucketStatement> statements();

    /**
     * Whether the policy may let in everybody. Default: false, S3 refuses such a policy. ACLs stay off in any case.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">Blocking
     *     public access to your Amazon S3 storage</a>
     */
    @Value.Default
    public boolean allowPublicPolicy() {
        return false;
    }

    /** Whether Pulumi refuses to delete the bucket. Default: the profile's data protection. To delete a bucket, first update
     * with {@code false}. */
    @Value.Default
    public boolean deletionProtection() {
        return profile().dataProtection();
    }

    /**
     * Whether deleting the bucket deletes its objects; otherwise S3 refuses to delete a bucket that is not empty. Default: only
     * where the profile does not protect data, and not allowed elsewhere.
     */
    @Value.Default
    public boolean forceDestroy() {
        return !profile().dataProtection();
    }

    /** The environment's switches, from which other options take their defaults. Default: {@link Profile#PROD}. */
    @Value.Default
    public Profile profile() {
        return Profile.PROD;
    }

    /** Tags of the bucket. Default: none. */
    public abstract Map<String, String> tags();

    /** Starts the options. */
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

        /** The customer managed key that encrypts the objects. */
        public Builder kmsKeyArn(String arn) {
            return kmsKeyArn(Output.of(arn));
        }

        /** The name of the bucket that takes this one's server access logs. */
        public Builder accessLogsBucket(String bucketName) {
            return accessLogsBucket(Output.of(bucketName));
        }

        /** Adds a rule for objects that age. */
        public Builder lifecycleRule(String name, Consumer<LifecycleRuleArgs.Builder> options) {
            var rule = LifecycleRuleArgs.builder();
            options.accept(rule);
            return putLifecycleRules(keys.take("lifecycleRules", name), rule.build());
        }

        /** Adds a rule for web pages of other origins. */
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

package dev.ashlar.data.bucket.internal;

import dev.ashlar.core.Violations;
import dev.ashlar.data.bucket.BucketStatement;
import dev.ashlar.data.bucket.DataBucket;
import dev.ashlar.data.bucket.DataBucketArgs;
import dev.ashlar.data.bucket.LogDelivery;
import java.util.regex.Pattern;

/** Rejects policies and log deliveries of a {@link DataBucket} that S3 or the delivering services reject. */
final class BucketPolicyCheck {

    private static final Pattern SID = Pattern.compile("[a-zA-Z0-9]+");
    private static final Pattern ACTION = Pattern.compile("\\*|s3:[a-zA-Z*?]+");
    private static final Pattern LOG_PREFIX = Pattern.compile("[^/*?](?:[^*?]*[^/*?])?");

    /**
     * The names of trails.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-trail-naming-requirements.html">Naming
     *     requirements for CloudTrail resources</a>
     */
    private static final Pattern TRAIL = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{1,126}[a-zA-Z0-9]");

    private final DataBucketArgs args;
    private final Violations violations;

    private BucketPolicyCheck(DataBucketArgs args, Violations violations) {
        this.args = args;
        this.violations = violations;
    }

    static void check(DataBucketArgs args, Violations violations) {
        var check = new BucketPolicyCheck(args, violations);
        check.logDeliveries();
        check.logFolders();
        check.statements();
    }

    private void logDeliveries() {
        for (var delivery : args.logDeliveries()) {
            violations.expect(
                    args.kmsKeyArn() == null || LogDeliveryRules.of(delivery).acceptsKmsKey(),
                    "logDeliveries",
                    delivery,
                    "kmsKeyArn is set, and these logs require S3 managed keys",
                    "remove kmsKeyArn, or use a separate bucket");
        }
        var trails = args.logDeliveries().stream()
                .filter(LogDelivery.CloudTrail.class::isInstance)
                .count();
        violations.expect(
                trails <= 1,
                "logDeliveries",
                trails + " trails",
                "each requires its own bucket",
                "use a bucket for each");
        var loadBalancers = args.logDeliveries().stream()
                .filter(LogDelivery.LoadBalancer.class::isInstance)
                .count();
        violations.expect(
                loadBalancers <= 1,
                "logDeliveries",
                loadBalancers + " for load balancers",
                "one applies to all of them",
                "set all prefixes in it");
    }

    private void logFolders() {
        for (var delivery : args.logDeliveries()) {
            if (delivery instanceof LogDelivery.LoadBalancer loadBalancer) {
                loadBalancer
                        .prefixes()
                        .forEach(prefix -> violations.expect(
                                LOG_PREFIX.matcher(prefix).matches() && !prefix.contains("AWSLogs"),
                                "logDeliveries",
                                "load balancer with prefix \"%s\"".formatted(prefix),
                                "a prefix has no slash at either end and no AWSLogs in it",
                                "use one like \"access\", or none"));
            }
            if (delivery instanceof LogDelivery.CloudTrail trail) {
                violations.expect(
                        TRAIL.matcher(trail.trail()).matches(),
                        "logDeliveries",
                        "trail \"%s\"".formatted(trail.trail()),
                        "a trail's name has 3 to 128 letters, digits, dots, hyphens and underscores",
                        "use the name of the trail");
            }
        }
    }

    private void statements() {
        var own = new BucketPolicyPlan(args).ownSids();
        args.statements().forEach((sid, statement) -> {
            var option = "statements." + sid;
            violations.expect(
                    SID.matcher(sid).matches(),
                    option,
                    '"' + sid + '"',
                    "statement ids are letters and digits",
                    "use an id like ReadByPartner");
            violations.expect(
                    !own.contains(sid),
                    option,
                    '"' + sid + '"',
                    "the bucket's policy already has a statement with this id",
                    "use another id");
            violations.expect(
                    !statement.actions().isEmpty(),
                    option + ".actions",
                    null,
                    "a statement requires actions",
                    "add one, such as s3:GetObject");
            violations.expect(
                    statement.actions().stream()
                            .allMatch(action -> ACTION.matcher(action).matches()),
                    option + ".actions",
                    statement.actions(),
                    "a bucket's policy applies to actions of S3",
                    "use actions like s3:GetObject");
            violations.expect(
                    statement.bucket() || !statement.objects().isEmpty(),
                    option + ".objects",
                    null,
                    "a statement applies to the bucket or to objects",
                    "add keys, such as \"reports/*\", or set bucket(true)");
            violations.expect(
                    args.allowPublicPolicy()
                            || statement.effect() == BucketStatement.Effect.DENY
                            || !BucketPolicyPlan.isPublic(statement)
                            || !statement.conditions().isEmpty(),
                    option,
                    "open to all principals",
                    "the bucket blocks public policies",
                    "add services or principals, or set allowPublicPolicy(true)");
        });
    }
}

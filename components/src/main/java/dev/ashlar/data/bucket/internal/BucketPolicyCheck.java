package dev.ashlar.data.bucket.internal;

import dev.ashlar.core.Violations;
import dev.ashlar.data.bucket.BucketStatement;
import dev.ashlar.data.bucket.DataBucket;
import dev.ashlar.data.bucket.DataBucketArgs;
import dev.ashlar.data.bucket.LogDelivery;
import java.util.regex.Pattern;

/** What S3 would refuse of the policy of a {@link DataBucket}, and of the services that write their logs there. */
final class BucketPolicyCheck {

    private static final Pattern SID = Pattern.compile("[a-zA-Z0-9]+");
    private static final Pattern ACTION = Pattern.compile("\\*|s3:[a-zA-Z*?]+");
    private static final Pattern LOG_PREFIX = Pattern.compile("[^/*?](?:[^*?]*[^/*?])?");

    /**
     * How a trail may be called.
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
                    "kmsKeyArn is given, and such logs need S3's own keys",
                    "take kmsKeyArn away, or use a bucket of its own");
        }
        var trails = args.logDeliveries().stream()
                .filter(LogDelivery.CloudTrail.class::isInstance)
                .count();
        violations.expect(
                trails <= 1, "logDeliveries", trails + " trails", "each has a bucket of its own", "use more buckets");
        var loadBalancers = args.logDeliveries().stream()
                .filter(LogDelivery.LoadBalancer.class::isInstance)
                .count();
        violations.expect(
                loadBalancers <= 1,
                "logDeliveries",
                loadBalancers + " for load balancers",
                "one covers all of them",
                "give it all prefixes");
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
                        "give the name of the trail");
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
                    "ids of statements are letters and digits",
                    "use such an id");
            violations.expect(
                    !own.contains(sid),
                    option,
                    '"' + sid + '"',
                    "the bucket's policy has a statement of that id already",
                    "use another id");
            violations.expect(
                    !statement.actions().isEmpty(),
                    option + ".actions",
                    null,
                    "a statement is about something",
                    "give one, such as s3:GetObject");
            violations.expect(
                    statement.actions().stream()
                            .allMatch(action -> ACTION.matcher(action).matches()),
                    option + ".actions",
                    statement.actions(),
                    "a bucket's policy is about actions of S3",
                    "write them like s3:GetObject");
            violations.expect(
                    statement.bucket() || !statement.objects().isEmpty(),
                    option + ".objects",
                    null,
                    "a statement is about the bucket or some objects",
                    "give keys, such as \"reports/*\", or bucket(true)");
            violations.expect(
                    args.allowPublicPolicy()
                            || statement.effect() == BucketStatement.Effect.DENY
                            || !BucketPolicyPlan.isPublic(statement)
                            || !statement.conditions().isEmpty(),
                    option,
                    "open to everybody",
                    "the bucket refuses public policies",
                    "name services or principals, or ask for it with allowPublicPolicy(true)");
        });
    }
}

package dev.ashlar.data.bucket.internal;

import dev.ashlar.core.Violations;
import dev.ashlar.data.bucket.BucketStatement;
import dev.ashlar.data.bucket.DataBucket;
import dev.ashlar.data.bucket.DataBucketArgs;
import dev.ashlar.data.bucket.LogDelivery;
import dev.ashlar.internal.check.Check;
import java.util.regex.Pattern;

/** Rejects policies and log deliveries of a {@link DataBucket} that S3 or the delivering services reject. */
final class BucketPolicyCheck {

    private static final Pattern SID = Pattern.compile("[a-zA-Z0-9]+");
    private static final Pattern ACTION = Pattern.compile("\\*|s3:[a-zA-Z*?]+");
    private static final Pattern LOG_PREFIX = Pattern.compile("(?s)(?!.*AWSLogs)[^/*?](?:[^*?]*[^/*?])?");

    /**
     * The names of trails.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-trail-naming-requirements.html">Naming
     *     requirements for CloudTrail resources</a>
     */
    private static final Pattern TRAIL = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{1,126}[a-zA-Z0-9]");

    private final DataBucketArgs args;
    private final Check check;

    private BucketPolicyCheck(DataBucketArgs args, Violations violations) {
        this.args = args;
        this.check = new Check(violations);
    }

    static void check(DataBucketArgs args, Violations violations) {
        var check = new BucketPolicyCheck(args, violations);
        check.logDeliveries();
        check.logFolders();
        check.statements();
    }

    private void logDeliveries() {
        check.each("logDeliveries", args.logDeliveries(), delivery -> delivery.when(args.kmsKeyArn() != null)
                .that(
                        given -> LogDeliveryRules.of(given).acceptsKmsKey(),
                        "kmsKeyArn is set, and these logs require S3 managed keys",
                        "remove kmsKeyArn, or use a separate bucket"));
        check.count("logDeliveries", count(LogDelivery.CloudTrail.class), "trails")
                .atMost(1, "each requires its own bucket", "use a bucket for each");
        check.count("logDeliveries", count(LogDelivery.LoadBalancer.class), "for load balancers")
                .atMost(1, "one applies to all of them", "set all prefixes in it");
    }

    private int count(Class<? extends LogDelivery> kind) {
        return Math.toIntExact(
                args.logDeliveries().stream().filter(kind::isInstance).count());
    }

    private void logFolders() {
        for (var delivery : args.logDeliveries()) {
            if (delivery instanceof LogDelivery.LoadBalancer loadBalancer) {
                loadBalancer.prefixes().forEach(prefix -> check.option("logDeliveries", prefix)
                        .shownAs("load balancer with prefix \"%s\"".formatted(prefix))
                        .matches(
                                LOG_PREFIX,
                                "a prefix has no slash at either end and no AWSLogs in it",
                                "use one like \"access\", or none"));
            }
            if (delivery instanceof LogDelivery.CloudTrail trail) {
                check.option("logDeliveries", trail.trail())
                        .shownAs("trail \"%s\"".formatted(trail.trail()))
                        .matches(
                                TRAIL,
                                "a trail's name has 3 to 128 letters, digits, dots, hyphens and underscores",
                                "use the name of the trail");
            }
        }
    }

    private void statements() {
        var own = new BucketPolicyPlan(args).ownSids();
        args.statements().forEach((sid, statement) -> {
            var option = "statements." + sid;
            check.option(option, sid)
                    .matches(SID, "statement ids are letters and digits", "use an id like ReadByPartner")
                    .that(
                            id -> !own.contains(id),
                            "the bucket's policy already has a statement with this id",
                            "use another id");
            check.option(option + ".actions", statement.actions())
                    .required("a statement requires actions", "add one, such as s3:GetObject")
                    .that(
                            actions -> actions.stream()
                                    .allMatch(action -> ACTION.matcher(action).matches()),
                            "a bucket's policy applies to actions of S3",
                            "use actions like s3:GetObject");
            check.option(option + ".objects", statement.objects())
                    .when(!statement.bucket())
                    .required(
                            "a statement applies to the bucket or to objects",
                            "add keys, such as \"reports/*\", or set bucket(true)");
            check.option(option, statement)
                    .shownAs("open to all principals")
                    .that(
                            () -> args.allowPublicPolicy()
                                    || statement.effect() == BucketStatement.Effect.DENY
                                    || !BucketPolicyPlan.isPublic(statement)
                                    || !statement.conditions().isEmpty(),
                            "the bucket blocks public policies",
                            "add services or principals, or set allowPublicPolicy(true)");
        });
    }
}

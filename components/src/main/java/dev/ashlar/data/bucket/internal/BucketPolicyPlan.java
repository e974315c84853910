package dev.ashlar.data.bucket.internal;

import com.pulumi.core.Output;
import dev.ashlar.data.bucket.BucketStatement;
import dev.ashlar.data.bucket.DataBucketArgs;
import dev.ashlar.identity.PolicyDocument;
import dev.ashlar.internal.component.AwsEnvironment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The policy of a bucket: the statements that deny, those of log deliveries, and those of the caller. */
public final class BucketPolicyPlan {

    private static final String DENY_PLAIN_TEXT = "DenyPlainText";
    private static final String DENY_OLD_TLS = "DenyOldTls";
    private static final String DENY_FOREIGN_KEYS = "DenyCustomerProvidedKeys";

    private final DataBucketArgs args;

    public BucketPolicyPlan(DataBucketArgs args) {
        this.args = args;
    }

    /** Returns the ids that a caller cannot use. */
    Set<String> ownSids() {
        var sids = new LinkedHashSet<>(Set.of(DENY_PLAIN_TEXT, DENY_OLD_TLS, DENY_FOREIGN_KEYS));
        args.logDeliveries()
                .forEach(delivery -> sids.addAll(LogDeliveryRules.of(delivery).sids()));
        return sids;
    }

    /** Whether the policy names the account or region, which costs a lookup. */
    public boolean needsEnvironment() {
        return !args.logDeliveries().isEmpty();
    }

    /** Returns the policy of a bucket without log deliveries. */
    public Output<String> document(Output<String> bucketArn) {
        return document(bucketArn, args.statements());
    }

    /** Returns the policy of a bucket. */
    public Output<String> document(Output<String> bucketArn, AwsEnvironment environment) {
        var statements = new LinkedHashMap<String, BucketStatement>();
        args.logDeliveries()
                .forEach(delivery -> statements.putAll(
                        LogDeliveryRules.of(delivery).statements().apply(environment)));
        statements.putAll(args.statements());
        return document(bucketArn, statements);
    }

    private static Output<String> document(Output<String> bucketArn, Map<String, BucketStatement> statements) {
        var everything = List.of(bucketArn, Output.format("%s/*", bucketArn));
        var policy = PolicyDocument.builder()
                .denyPlainText(List.of("s3:*"), everything)
                .statement(
                        DENY_OLD_TLS,
                        "Deny",
                        "*",
                        List.of("s3:*"),
                        everything,
                        Map.of("NumericLessThan", Map.of("s3:TlsVersion", "1.2")))
                // Only the uploader could read an object with a customer-provided key.
                .statement(
                        DENY_FOREIGN_KEYS,
                        "Deny",
                        "*",
                        List.of("s3:PutObject"),
                        List.of(Output.format("%s/*", bucketArn)),
                        Map.of("Null", Map.of("s3:x-amz-server-side-encryption-customer-algorithm", "false")));
        statements.forEach((sid, statement) -> policy.statement(
                sid,
                statement.effect().wireName(),
                principal(statement),
                statement.actions(),
                resources(bucketArn, statement),
                statement.conditions()));
        return policy.build();
    }

    /** Whether a statement applies to every principal. */
    static boolean isPublic(BucketStatement statement) {
        return statement.services().isEmpty() && statement.principals().isEmpty();
    }

    private static Object principal(BucketStatement statement) {
        if (isPublic(statement)) {
            return "*";
        }
        var principal = new LinkedHashMap<String, Object>();
        if (!statement.services().isEmpty()) {
            principal.put("Service", statement.services());
        }
        if (!statement.principals().isEmpty()) {
            principal.put("AWS", statement.principals());
        }
        return principal;
    }

    private static List<Output<String>> resources(Output<String> bucketArn, BucketStatement statement) {
        var resources = new ArrayList<Output<String>>();
        if (statement.bucket()) {
            resources.add(bucketArn);
        }
        statement.objects().forEach(key -> resources.add(Output.format("%s/%s", bucketArn, key)));
        return resources;
    }
}

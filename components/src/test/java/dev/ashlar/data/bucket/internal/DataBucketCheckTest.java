package dev.ashlar.data.bucket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.core.Profile;
import dev.ashlar.data.bucket.BucketStatement;
import dev.ashlar.data.bucket.CorsRuleArgs;
import dev.ashlar.data.bucket.DataBucket;
import dev.ashlar.data.bucket.DataBucketArgs;
import dev.ashlar.data.bucket.LogDelivery;
import dev.ashlar.data.bucket.StorageClass;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataBucketCheckTest {

    private static final String KEY = "arn:aws:kms:eu-central-1:000000000000:key/1";

    private static DataBucketArgs.Builder args() {
        return DataBucketArgs.builder();
    }

    private static String message(DataBucketArgs.Builder args) {
        return DataBucket.check("documents", args.build()).message();
    }

    private static void accepts(DataBucketArgs.Builder args) {
        assertThat(DataBucket.check("documents", args.build()).all()).isEmpty();
    }

    @Test
    void accepts_the_default_options() {
        accepts(args());
    }

    @Test
    void reports_all_violations_at_once() {
        assertThat(message(args().noncurrentVersionExpiration(Duration.ofHours(36))
                        .abortIncompleteMultipartUpload(Duration.ZERO)
                        .lifecycleRule("old", rule -> {})
                        .corsRule("shop", rule -> {})))
                .isEqualTo(
                        "5 faults:\n"
                                + "  1. DataBucket \"documents\": noncurrentVersionExpiration is PT36H, but S3 counts whole days, here 1 or more; use Duration.ofDays with a number in this range.\n"
                                + "  2. DataBucket \"documents\": abortIncompleteMultipartUpload is PT0S, but S3 counts whole days, here 1 or more; use Duration.ofDays with a number in this range.\n"
                                + "  3. DataBucket \"documents\": lifecycleRules.old is without any action, but a rule requires an action; add an expiration or a transition.\n"
                                + "  4. DataBucket \"documents\": corsRules.shop.allowedOrigins is missing, but a rule allows one or more origins; add an origin, such as https://shop.example.com.\n"
                                + "  5. DataBucket \"documents\": corsRules.shop.allowedMethods is missing, but a rule allows one or more methods; add one, such as GET.");
    }

    @Test
    void rejects_invalid_bucket_names() {
        assertThat(DataBucket.check("Documents", args().build()).message()).contains("name is \"Documents\"");
        assertThat(DataBucket.check("sthree-documents", args().build()).message())
                .isEqualTo(
                        "DataBucket \"sthree-documents\": name is \"sthree-documents\", but S3 reserves names that start"
                                + " with amzn-s3-demo- and sthree-; use another name.");
    }

    @Test
    void rejects_ages_beyond_the_range_of_s3() {
        assertThat(message(args().noncurrentVersionExpiration(Duration.ofDays(3_000_000_000L))))
                .contains("noncurrentVersionExpiration is PT72000000000H, but");
        accepts(args().expiration(Duration.ofDays(Integer.MAX_VALUE)));
    }

    @Test
    void rejects_invalid_log_prefixes_and_trail_names() {
        for (var prefix : List.of("", "/access", "access/", "my/AWSLogs/x", "a*")) {
            assertThat(message(args().logDelivery(LogDelivery.loadBalancer(prefix))))
                    .contains(
                            "logDeliveries is load balancer with prefix \"%s\", but a prefix has no slash at either end"
                                    .formatted(prefix));
        }
        accepts(args().logDelivery(LogDelivery.loadBalancer("access", "team/connections")));
        assertThat(message(args().logDelivery(LogDelivery.cloudTrail(""))))
                .contains("logDeliveries is trail \"\", but a trail's name has 3 to 128");
        accepts(args().logDelivery(LogDelivery.cloudTrail("all-of-it")));
    }

    @Test
    void rejects_a_key_given_twice_to_one_option() {
        var args = args().statement("Read", DataBucketCheckTest::readByPartner)
                .lifecycleRule("old", rule -> rule.expiration(Duration.ofDays(30)))
                .corsRule("shop", DataBucketCheckTest::getFromShop);
        accepts(args);

        args.statement("Read", DataBucketCheckTest::readByPartner)
                .lifecycleRule("old", rule -> rule.transition(StorageClass.GLACIER, Duration.ofDays(30))
                        .transition(StorageClass.GLACIER, Duration.ofDays(60)))
                .corsRule("shop", DataBucketCheckTest::getFromShop)
                .statement("Write", statement -> {
                    readByPartner(statement);
                    statement
                            .condition("StringEquals", Map.of("aws:PrincipalTag/team", "data"))
                            .condition("StringEquals", Map.of("aws:PrincipalTag/team", "orders"));
                });

        assertThat(message(args))
                .contains(
                        "DataBucket \"documents\": statements is \"Read\" a second time, but it would replace the first;"
                                + " use another name.",
                        "lifecycleRules is \"old\" a second time, but",
                        "corsRules is \"shop\" a second time, but",
                        "lifecycleRules.old.transitions is \"GLACIER\" a second time, but",
                        "statements.Write.conditions is \"StringEquals\" a second time, but");
    }

    @Test
    void a_builder_made_from_options_builds_equal_options() {
        var args = args().statement("Read", DataBucketCheckTest::readByPartner)
                .lifecycleRule("old", rule -> rule.expiration(Duration.ofDays(30)))
                .build();

        assertThat(args.toBuilder().build()).isEqualTo(args);
    }

    private static void getFromShop(CorsRuleArgs.Builder rule) {
        rule.addAllowedOrigins("https://shop.example.com").addAllowedMethods(CorsRuleArgs.Method.GET);
    }

    @Test
    void rejects_actions_of_other_services_in_statements() {
        assertThat(message(args().statement("Read", statement -> statement
                        .addActions("GetObject")
                        .addObjects("*")
                        .addServices("logging.s3.amazonaws.com"))))
                .isEqualTo(
                        "DataBucket \"documents\": statements.Read.actions is [GetObject], but a bucket's policy applies to actions of S3; use actions like s3:GetObject.");
    }

    @Test
    void rejects_transitions_too_early_or_in_the_wrong_order() {
        assertThat(message(args().lifecycleRule(
                                "old", rule -> rule.transition(StorageClass.STANDARD_IA, Duration.ofDays(29)))))
                .contains(
                        "lifecycleRules.old.transitions.STANDARD_IA is PT696H, but S3 counts whole days, here 30 or more");
        assertThat(message(args().lifecycleRule(
                                "old", rule -> rule.transition(StorageClass.STANDARD_IA, Duration.ofDays(60))
                                        .transition(StorageClass.GLACIER, Duration.ofDays(30)))))
                .contains(
                        "lifecycleRules.old.transitions.GLACIER is PT720H, but objects move there from a class that they can leave after PT2160H; use this age or a later one.");
        assertThat(message(args().lifecycleRule(
                                "old", rule -> rule.transition(StorageClass.ONEZONE_IA, Duration.ofDays(30))
                                        .transition(StorageClass.DEEP_ARCHIVE, Duration.ofDays(59)))))
                .contains("lifecycleRules.old.transitions.DEEP_ARCHIVE is PT1416H, but");
        accepts(args().lifecycleRule("old", rule -> rule.transition(StorageClass.STANDARD_IA, Duration.ofDays(30))
                .transition(StorageClass.GLACIER, Duration.ofDays(60))
                .transition(StorageClass.DEEP_ARCHIVE, Duration.ofDays(60))));
        assertThat(message(args().lifecycleRule(
                                "old", rule -> rule.noncurrentVersionTransition(StorageClass.GLACIER, Duration.ZERO))))
                .contains("lifecycleRules.old.noncurrentVersionTransitions.GLACIER is PT0S, but");
        accepts(args().lifecycleRule("old", rule -> rule.transition(StorageClass.INTELLIGENT_TIERING, Duration.ZERO)));
    }

    @Test
    void rejects_transitions_after_the_expiration() {
        assertThat(message(
                        args().lifecycleRule("old", rule -> rule.transition(StorageClass.GLACIER, Duration.ofDays(90))
                                .expiration(Duration.ofDays(90)))))
                .isEqualTo(
                        "DataBucket \"documents\": lifecycleRules.old.transitions.GLACIER is PT2160H, but the objects are"
                                + " deleted after PT2160H; move them earlier, or delete them later.");
        assertThat(message(args().lifecycleRule("old", rule -> rule.noncurrentVersionTransition(
                                StorageClass.GLACIER, Duration.ofDays(9))
                        .noncurrentVersionExpiration(Duration.ofDays(8)))))
                .contains("lifecycleRules.old.noncurrentVersionTransitions.GLACIER is PT216H, but");
    }

    @Test
    void rejects_rules_for_noncurrent_versions_without_versioning() {
        assertThat(message(args().versioning(false)
                        .lifecycleRule("old", rule -> rule.noncurrentVersionExpiration(Duration.ofDays(1)))))
                .contains("lifecycleRules.old is about noncurrent versions, but versioning is off");
    }

    @Test
    void rejects_an_empty_range_of_object_sizes() {
        assertThat(message(args().lifecycleRule("small", rule -> rule.objectSizeGreaterThan(100)
                        .objectSizeLessThan(100)
                        .expiration(Duration.ofDays(1)))))
                .contains(
                        "lifecycleRules.small.objectSizeLessThan is 100, but objectSizeGreaterThan is 100, which leaves no"
                                + " size between them");
        assertThat(message(args().lifecycleRule(
                                "small", rule -> rule.objectSizeGreaterThan(-1).expiration(Duration.ofDays(1)))))
                .contains("objectSizeGreaterThan is -1");
        assertThat(message(args().lifecycleRule("small", rule -> rule.objectSizeLessThan(Integer.MIN_VALUE)
                        .expiration(Duration.ofDays(1)))))
                .contains("lifecycleRules.small.objectSizeLessThan is -2147483648");
    }

    @Test
    void rejects_reserved_and_too_long_names_of_lifecycle_rules() {
        assertThat(message(args().lifecycleRule("all-objects", rule -> rule.expiration(Duration.ofDays(1)))))
                .contains("lifecycleRules.all-objects is \"all-objects\", but the rule for all objects has this name");
        assertThat(message(args().lifecycleRule("a".repeat(256), rule -> rule.expiration(Duration.ofDays(1)))))
                .contains("rule names have 1 to 255 characters");
    }

    @Test
    void rejects_more_than_999_lifecycle_rules_and_100_cors_rules() {
        var args = args();
        IntStream.range(0, 1000)
                .forEach(number -> args.lifecycleRule("rule-" + number, rule -> rule.expiration(Duration.ofDays(1))));
        IntStream.range(0, 101)
                .forEach(number -> args.corsRule("rule-" + number, rule -> rule.addAllowedOrigins("*")
                        .addAllowedMethods(CorsRuleArgs.Method.GET)));

        assertThat(message(args))
                .contains("lifecycleRules is 1000 rules, but S3 allows 999")
                .contains("corsRules is 101 rules, but S3 allows 100");
    }

    @Test
    void rejects_empty_and_too_long_names_of_cors_rules() {
        for (var name : List.of("", "a".repeat(256))) {
            assertThat(message(args().corsRule(name, rule -> rule.addAllowedOrigins("*")
                            .addAllowedMethods(CorsRuleArgs.Method.GET))))
                    .contains("but rule names have 1 to 255 characters");
        }
    }

    @Test
    void rejects_origins_with_two_wildcards_and_fractions_of_seconds() {
        assertThat(message(args().corsRule("shop", rule -> rule.addAllowedOrigins("https://*.example.*")
                        .addAllowedHeaders("x-*-*")
                        .addAllowedMethods(CorsRuleArgs.Method.GET)
                        .maxAge(Duration.ofMillis(1)))))
                .contains("corsRules.shop.allowedOrigins is \"https://*.example.*\", but S3 allows one * in each")
                .contains("corsRules.shop.allowedHeaders is \"x-*-*\", but")
                .contains("corsRules.shop.maxAge is PT0.001S, but");
    }

    @Test
    void rejects_load_balancer_logs_with_a_customer_managed_key() {
        assertThat(message(args().kmsKeyArn(KEY).logDelivery(LogDelivery.loadBalancer("access"))))
                .isEqualTo(
                        "DataBucket \"documents\": logDeliveries is load balancer, but kmsKeyArn is set, and these logs require S3 managed keys; remove kmsKeyArn, or use a separate bucket.");
        assertThat(message(args().kmsKeyArn(KEY).logDelivery(LogDelivery.serverAccess())))
                .contains("logDeliveries is server access, but kmsKeyArn is set");
        accepts(args().kmsKeyArn(KEY).logDelivery(LogDelivery.webFirewall()));
    }

    @Test
    void rejects_two_log_deliveries_of_one_kind() {
        assertThat(message(args().logDelivery(LogDelivery.cloudTrail("one"), LogDelivery.cloudTrail("two"))))
                .contains("logDeliveries is 2 trails, but each requires its own bucket");
        assertThat(message(args().logDelivery(LogDelivery.loadBalancer("one"), LogDelivery.loadBalancer("two"))))
                .contains("logDeliveries is 2 for load balancers, but one applies to all of them");
        accepts(args().logDelivery(LogDelivery.webFirewall(), LogDelivery.flowLogs()));
    }

    @Test
    void rejects_statement_ids_that_the_policy_has_already() {
        assertThat(message(args().logDelivery(LogDelivery.flowLogs())
                        .statement("DenyPlainText", DataBucketCheckTest::readByPartner)
                        .statement("AWSLogDeliveryWrite", DataBucketCheckTest::readByPartner)))
                .contains(
                        "statements.DenyPlainText is \"DenyPlainText\", but the bucket's policy already has a statement with this id; use another id")
                .contains("statements.AWSLogDeliveryWrite is \"AWSLogDeliveryWrite\", but");
        accepts(args().statement("AWSLogDeliveryWrite", DataBucketCheckTest::readByPartner));
    }

    @Test
    void rejects_statements_without_actions_or_resources() {
        assertThat(message(args().statement("Read-By-Partner", statement -> statement.addServices("x.amazonaws.com"))))
                .contains("statements.Read-By-Partner is \"Read-By-Partner\", but statement ids are letters and digits")
                .contains("statements.Read-By-Partner.actions is missing")
                .contains("statements.Read-By-Partner.objects is missing");
    }

    @Test
    void rejects_public_statements_without_allow_public_policy() {
        assertThat(message(args().statement("ReadByAll", DataBucketCheckTest::readByAll)))
                .isEqualTo(
                        "DataBucket \"documents\": statements.ReadByAll is open to all principals, but the bucket blocks public policies; add services or principals, or set allowPublicPolicy(true).");
        accepts(args().allowPublicPolicy(true).statement("ReadByAll", DataBucketCheckTest::readByAll));
        accepts(args().statement("DenyAll", statement -> {
            readByAll(statement);
            statement.effect(BucketStatement.Effect.DENY);
        }));
        accepts(args().statement("ReadFromNetwork", statement -> {
            readByAll(statement);
            statement.condition("StringEquals", Map.of("aws:SourceVpce", "vpce-1"));
        }));
    }

    @Test
    void rejects_force_destroy_when_the_profile_protects_data() {
        assertThat(message(args().forceDestroy(true)))
                .isEqualTo(
                        "DataBucket \"documents\": forceDestroy is true, but the profile protects data; empty the bucket before deleting it, or use another profile.");
        accepts(args().forceDestroy(true).profile(Profile.DEV));
    }

    private static void readByPartner(BucketStatement.Builder statement) {
        statement
                .addPrincipal("arn:aws:iam::111111111111:root")
                .addActions("s3:GetObject")
                .addObjects("*");
    }

    private static void readByAll(BucketStatement.Builder statement) {
        statement.addActions("s3:GetObject").addObjects("*");
    }
}

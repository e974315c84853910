package dev.ashlar.data.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Profile;
import dev.ashlar.graph.GraphDifference;
import dev.ashlar.graph.GraphResource;
import dev.ashlar.graph.ResourceGraph;
import dev.ashlar.preflight.testkit.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DataBucketTest {

    private static final String BUCKET = "aws:s3/bucketV2:BucketV2";
    private static final String POLICY = "aws:s3/bucketPolicy:BucketPolicy";
    private static final String PUBLIC_ACCESS = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
    private static final String OWNERSHIP = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";
    private static final String ENCRYPTION =
            "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2";
    private static final String VERSIONING = "aws:s3/bucketVersioningV2:BucketVersioningV2";
    private static final String LIFECYCLE = "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2";
    private static final String CORS = "aws:s3/bucketCorsConfigurationV2:BucketCorsConfigurationV2";
    private static final String KEY = "arn:aws:kms:eu-central-1:000000000000:key/1";

    private static DataBucketArgs.Builder args() {
        return DataBucketArgs.builder();
    }

    private static ResourceGraph graph(DataBucketArgs.Builder args) {
        return Recording.of(context -> new DataBucket("documents", args.build()))
                .graph();
    }

    private static GraphResource resource(String type, DataBucketArgs.Builder args) {
        return graph(args).resource(type, "documents");
    }

    private static Map<String, JsonNode> statements(ResourceGraph graph) {
        try {
            var statements = new TreeMap<String, JsonNode>();
            new ObjectMapper()
                    .readTree(String.valueOf(graph.ofType(POLICY).get(0).input("policy")))
                    .get("Statement")
                    .forEach(statement -> statements.put(statement.get("Sid").asText(), statement));
            return statements;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void creates_a_bucket_and_its_configurations() {
        assertThat(graph(args()).golden()).isEqualTo("""
                        ashlar:data:DataBucket  documents  project-stack
                        aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2  documents  documents
                        aws:s3/bucketOwnershipControls:BucketOwnershipControls  documents  documents
                        aws:s3/bucketPolicy:BucketPolicy  documents  documents
                        aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock  documents  documents
                        aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2  documents  documents
                        aws:s3/bucketV2:BucketV2  documents  documents
                        aws:s3/bucketVersioningV2:BucketVersioningV2  documents  documents
                        pulumi:pulumi:Stack  project-stack  -
                        """);
    }

    @Test
    void blocks_public_access() {
        assertThat(resource(PUBLIC_ACCESS, args().profile(Profile.DEV)).inputs())
                .containsEntry("blockPublicAcls", true)
                .containsEntry("blockPublicPolicy", true)
                .containsEntry("ignorePublicAcls", true)
                .containsEntry("restrictPublicBuckets", true);
    }

    @Test
    void allows_a_public_policy_only_with_allow_public_policy() {
        assertThat(resource(PUBLIC_ACCESS, args().allowPublicPolicy(true)).inputs())
                .containsEntry("blockPublicAcls", true)
                .containsEntry("blockPublicPolicy", false)
                .containsEntry("ignorePublicAcls", true)
                .containsEntry("restrictPublicBuckets", false);
    }

    @Test
    void disables_acls() {
        assertThat(resource(OWNERSHIP, args()).input("rule.objectOwnership")).isEqualTo("BucketOwnerEnforced");
    }

    @Test
    void denies_plain_text_old_tls_and_customer_provided_keys() {
        var graph = graph(args());
        var statements = statements(graph);
        var arn = graph.resource(BUCKET, "documents").output("arn");

        assertThat(statements).containsOnlyKeys("DenyCustomerProvidedKeys", "DenyOldTls", "DenyPlainText");
        assertThat(statements.values()).allSatisfy(statement -> {
            assertThat(statement.get("Effect").asText()).isEqualTo("Deny");
            assertThat(statement.get("Principal").asText()).isEqualTo("*");
        });
        for (var sid : List.of("DenyPlainText", "DenyOldTls")) {
            assertThat(statements.get(sid).get("Action").toString()).isEqualTo("[\"s3:*\"]");
            assertThat(statements.get(sid).get("Resource").toString())
                    .isEqualTo("[\"%1$s\",\"%1$s/*\"]".formatted(arn));
        }
        assertThat(statements.get("DenyPlainText").get("Condition").toString())
                .isEqualTo("{\"Bool\":{\"aws:SecureTransport\":\"false\"}}");
        assertThat(statements.get("DenyOldTls").get("Condition").toString())
                .isEqualTo("{\"NumericLessThan\":{\"s3:TlsVersion\":\"1.2\"}}");
        assertThat(statements.get("DenyCustomerProvidedKeys").get("Condition").toString())
                .isEqualTo("{\"Null\":{\"s3:x-amz-server-side-encryption-customer-algorithm\":\"false\"}}");
    }

    @Test
    void creates_the_policy_after_the_public_access_block() {
        var graph = graph(args());

        assertThat(graph.resource(POLICY, "documents").dependencies())
                .contains(graph.resource(PUBLIC_ACCESS, "documents").urn());
        assertThat(graph.resource(OWNERSHIP, "documents").dependencies())
                .contains(graph.resource(POLICY, "documents").urn());
    }

    @Test
    void is_encrypted_with_s3_managed_keys_or_a_kms_key_and_a_bucket_key() {
        assertThat(resource(ENCRYPTION, args()).input("rules"))
                .isEqualTo(List.of(Map.of("applyServerSideEncryptionByDefault", Map.of("sseAlgorithm", "AES256"))));
        assertThat(resource(ENCRYPTION, args().kmsKeyArn(KEY)).input("rules"))
                .isEqualTo(List.of(Map.of(
                        "applyServerSideEncryptionByDefault",
                        Map.of("sseAlgorithm", "aws:kms", "kmsMasterKeyId", KEY),
                        "bucketKeyEnabled",
                        true)));
    }

    @Test
    void keeps_versions_for_90_days_and_incomplete_uploads_for_7() {
        var graph = graph(args());
        var lifecycle = graph.resource(LIFECYCLE, "documents");

        assertThat(graph.resource(VERSIONING, "documents").input("versioningConfiguration.status"))
                .isEqualTo("Enabled");
        assertThat(lifecycle.input("rules"))
                .isEqualTo(List.of(Map.of(
                        "id",
                        "all-objects",
                        "status",
                        "Enabled",
                        "filter",
                        Map.of("prefix", ""),
                        "expiration",
                        Map.of("expiredObjectDeleteMarker", true),
                        "noncurrentVersionExpiration",
                        Map.of("noncurrentDays", 90),
                        "abortIncompleteMultipartUpload",
                        Map.of("daysAfterInitiation", 7))));
        assertThat(lifecycle.dependencies())
                .contains(graph.resource(VERSIONING, "documents").urn());
    }

    @Test
    void suspends_versioning() {
        var graph = graph(args().versioning(false).expiration(Duration.ofDays(10)));

        assertThat(graph.resource(VERSIONING, "documents").input("versioningConfiguration.status"))
                .isEqualTo("Suspended");
        assertThat(graph.resource(LIFECYCLE, "documents").input("rules[0].noncurrentVersionExpiration"))
                .as("versions that exist already end")
                .isEqualTo(Map.of("noncurrentDays", 90));
        assertThat(graph.resource(LIFECYCLE, "documents").input("rules[0].expiration"))
                .isEqualTo(Map.of("days", 10));
    }

    @Test
    void puts_lifecycle_rules_with_filters_into_one_configuration() {
        var graph = graph(args().lifecycleRule("reports", rule -> rule.prefix("reports/")
                        .transition(StorageClass.DEEP_ARCHIVE, Duration.ofDays(365))
                        .transition(StorageClass.STANDARD_IA, Duration.ofDays(30))
                        .expiration(Duration.ofDays(2557)))
                .lifecycleRule("drafts", rule -> rule.putObjectTags("state", "draft")
                        .objectSizeGreaterThan(1024)
                        .enabled(false)
                        .noncurrentVersionExpiration(Duration.ofDays(30))
                        .noncurrentVersionTransition(StorageClass.GLACIER_IR, Duration.ofDays(1))));

        assertThat(graph.names(LIFECYCLE)).containsExactly("documents");
        var lifecycle = graph.resource(LIFECYCLE, "documents");
        assertThat(lifecycle.input("rules[1]"))
                .isEqualTo(Map.of(
                        "id",
                        "drafts",
                        "status",
                        "Disabled",
                        "filter",
                        Map.of(
                                "and",
                                Map.of("prefix", "", "tags", Map.of("state", "draft"), "objectSizeGreaterThan", 1024)),
                        "noncurrentVersionExpiration",
                        Map.of("noncurrentDays", 30),
                        "noncurrentVersionTransitions",
                        List.of(Map.of("noncurrentDays", 1, "storageClass", "GLACIER_IR"))));
        assertThat(lifecycle.input("rules[2]"))
                .isEqualTo(Map.of(
                        "id",
                        "reports",
                        "status",
                        "Enabled",
                        "filter",
                        Map.of("prefix", "reports/"),
                        "expiration",
                        Map.of("days", 2557),
                        "transitions",
                        List.of(
                                Map.of("days", 30, "storageClass", "STANDARD_IA"),
                                Map.of("days", 365, "storageClass", "DEEP_ARCHIVE"))));
    }

    @Test
    void creates_cors_rules() {
        assertThat(graph(args()).names(CORS)).isEmpty();
        assertThat(resource(CORS, args().corsRule("shop", rule -> rule.addAllowedOrigins("https://shop.example.com")
                                .addAllowedMethods(CorsRuleArgs.Method.PUT, CorsRuleArgs.Method.GET)
                                .addAllowedHeaders("*")
                                .addExposeHeaders("ETag")
                                .maxAge(Duration.ofHours(1))))
                        .input("corsRules"))
                .isEqualTo(List.of(Map.of(
                        "id", "shop",
                        "allowedOrigins", List.of("https://shop.example.com"),
                        "allowedMethods", List.of("GET", "PUT"),
                        "allowedHeaders", List.of("*"),
                        "exposeHeaders", List.of("ETag"),
                        "maxAgeSeconds", 3600)));
    }

    @Test
    void notifies_event_bridge_on_request() {
        var notification = "aws:s3/bucketNotification:BucketNotification";

        assertThat(graph(args()).names(notification)).isEmpty();
        assertThat(resource(notification, args().eventBridge(true)).input("eventbridge"))
                .isEqualTo(true);
    }

    @Test
    void is_deleted_with_its_objects_only_where_the_profile_does_not_protect_data() {
        var prod = resource(BUCKET, args());
        var dev = resource(BUCKET, args().profile(Profile.DEV));

        assertThat(prod.options().protect()).isTrue();
        assertThat(prod.input("forceDestroy")).isEqualTo(false);
        assertThat(dev.options().protect()).isFalse();
        assertThat(dev.input("forceDestroy")).isEqualTo(true);
    }

    @Test
    void allows_load_balancers_to_write_logs() {
        var graph = graph(args().logDelivery(LogDelivery.loadBalancer("access")));
        var arn = graph.resource(BUCKET, "documents").output("arn");
        var write = statements(graph).get("WriteLoadBalancerLogs");

        assertThat(write.get("Principal").toString())
                .isEqualTo("{\"Service\":[\"logdelivery.elasticloadbalancing.amazonaws.com\"]}");
        assertThat(write.get("Action").toString()).isEqualTo("[\"s3:PutObject\"]");
        assertThat(write.get("Resource").toString()).isEqualTo("[\"" + arn + "/access/AWSLogs/000000000000/*\"]");
        assertThat(statements(graph(args().logDelivery(LogDelivery.loadBalancer())))
                        .get("WriteLoadBalancerLogs")
                        .get("Resource")
                        .toString())
                .isEqualTo("[\"" + arn + "/AWSLogs/000000000000/*\"]");
    }

    @Test
    void starts_its_name_as_web_firewalls_require() {
        var graph = graph(args().logDelivery(LogDelivery.webFirewall(), LogDelivery.flowLogs()));
        var bucket = graph.resource(BUCKET, "aws-waf-logs-documents");
        var statements = statements(graph);

        assertThat(bucket.output("bucket")).asString().startsWith("aws-waf-logs-documents-");
        assertThat(statements.get("AWSLogDeliveryWrite").toString())
                .contains(
                        "{\"Service\":[\"delivery.logs.amazonaws.com\"]}",
                        "[\"s3:PutObject\"]",
                        bucket.output("arn") + "/AWSLogs/000000000000/*",
                        "\"aws:SourceAccount\":\"000000000000\"",
                        "\"s3:x-amz-acl\":\"bucket-owner-full-control\"",
                        "{\"aws:SourceArn\":\"arn:aws:logs:eu-central-1:000000000000:*\"}");
        assertThat(statements.get("AWSLogDeliveryAclCheck").toString())
                .contains("[\"s3:GetBucketAcl\"]", "[\"" + bucket.output("arn") + "\"]");
    }

    @Test
    void allows_a_trail_to_write_its_events() {
        var statements = statements(graph(args().logDelivery(LogDelivery.cloudTrail("account"))));

        assertThat(statements.get("AWSCloudTrailWrite").toString())
                .contains(
                        "cloudtrail.amazonaws.com",
                        "/AWSLogs/000000000000/*",
                        "\"aws:SourceArn\":\"arn:aws:cloudtrail:eu-central-1:000000000000:trail/account\"");
        assertThat(statements.get("AWSCloudTrailAclCheck").toString()).contains("s3:GetBucketAcl");
    }

    @Test
    void logs_accesses_to_another_bucket() {
        var graph = Recording.of(context -> {
                    var logs = new DataBucket(
                            "logs",
                            args().logDelivery(LogDelivery.serverAccess()).build());
                    new DataBucket(
                            "documents",
                            args().accessLogsBucket(logs.bucketName()).build());
                })
                .graph();
        var logging = graph.resource("aws:s3/bucketLoggingV2:BucketLoggingV2", "documents");

        assertThat(logging.input("targetBucket"))
                .isEqualTo(graph.resource(BUCKET, "logs").output("id"));
        assertThat(logging.input("targetPrefix")).isEqualTo("documents/");
        assertThat(graph.names("aws:s3/bucketLoggingV2:BucketLoggingV2")).containsExactly("documents");
        assertThat(graph.resource(POLICY, "logs").input("policy"))
                .asString()
                .contains(
                        "{\"Service\":[\"logging.s3.amazonaws.com\"]}",
                        "\"aws:SourceAccount\":\"000000000000\"",
                        "{\"aws:SourceArn\":\"arn:aws:s3:::*\"}");
    }

    @Test
    void adds_the_callers_statements_to_its_policy() {
        var graph = graph(args().statement("ReadByPartner", statement -> statement
                .addPrincipal("arn:aws:iam::111111111111:root")
                .addActions("s3:GetObject", "s3:ListBucket")
                .bucket(true)
                .addObjects("partner/*")
                .condition("StringEquals", Map.of("aws:PrincipalTag/team", "data"))));
        var arn = graph.resource(BUCKET, "documents").output("arn");
        var statement = statements(graph).get("ReadByPartner");

        assertThat(graph.names(POLICY)).hasSize(1);
        assertThat(statement.get("Effect").asText()).isEqualTo("Allow");
        assertThat(statement.get("Principal").toString()).isEqualTo("{\"AWS\":[\"arn:aws:iam::111111111111:root\"]}");
        assertThat(statement.get("Resource").toString()).isEqualTo("[\"%1$s\",\"%1$s/partner/*\"]".formatted(arn));
        assertThat(statement.get("Condition").toString())
                .isEqualTo("{\"StringEquals\":{\"aws:PrincipalTag/team\":\"data\"}}");
    }

    @Test
    void bindings_allow_only_the_keys_of_their_prefix() {
        var outputs = Recording.of(context -> {
                    var bucket = new DataBucket("documents", args().build());
                    assertThat(bucket.read().services()).containsExactly(AwsService.S3);
                    context.export("all", bucket.read().export());
                    context.export("read", bucket.read("reports/").export());
                    context.export("write", bucket.write("uploads/", "inbox").export());
                    context.export("readWrite", bucket.readWrite().export());
                })
                .outputs();

        assertThat(outputs.get("all"))
                .asString()
                .contains("\"DOCUMENTS_BUCKET\":\"documents-", "\"s3:GetObject\"", "\"s3:ListBucket\"")
                .doesNotContain("s3:prefix", "kms:", "s3:PutObject");
        assertThat(outputs.get("read"))
                .asString()
                .contains("/reports/*\"]", "{\"StringLike\":{\"s3:prefix\":\"reports/*\"}}")
                .doesNotContain("s3:PutObject");
        assertThat(outputs.get("write"))
                .asString()
                .contains(
                        "\"INBOX_BUCKET\"",
                        "/uploads/*\"]",
                        "[\"s3:AbortMultipartUpload\",\"s3:DeleteObject\",\"s3:PutObject\"]")
                .doesNotContain("s3:GetObject", "s3:ListBucket");
        assertThat(outputs.get("readWrite")).asString().contains("s3:GetObject", "s3:PutObject", "s3:ListBucket");
    }

    @Test
    void bindings_allow_the_use_of_a_customer_managed_key() {
        var outputs = Recording.of(context -> {
                    var bucket =
                            new DataBucket("documents", args().kmsKeyArn(KEY).build());
                    context.export("read", bucket.read().export());
                    context.export("write", bucket.write().export());
                })
                .outputs();

        assertThat(outputs.get("read"))
                .asString()
                .contains("{\"actions\":[\"kms:Decrypt\"],\"conditions\":{},\"resources\":[\"" + KEY + "\"]}");
        assertThat(outputs.get("write")).asString().contains("[\"kms:Decrypt\",\"kms:GenerateDataKey\"]");
    }

    @Test
    void rejects_a_prefix_that_matches_other_keys() {
        Recording.of(context -> {
            var bucket = new DataBucket("documents", args().build());

            assertThatThrownBy(() -> bucket.read("reports"))
                    .hasMessage(
                            "DataBucket \"documents\": keyPrefix is \"reports\", but a prefix ends with a slash, or it would match other keys too, and has no slash at its start and no wildcard;"
                                    + " use a prefix like \"reports/\".");
            assertThatThrownBy(() -> bucket.write("*/")).hasMessageContaining("keyPrefix is \"*/\"");
            assertThatThrownBy(() -> bucket.readWrite("/reports/")).hasMessageContaining("keyPrefix is \"/reports/\"");
        });
    }

    @Test
    void adds_a_rule_without_removing_a_resource() {
        var rule = args().lifecycleRule("old", one -> one.expiration(Duration.ofDays(30)));
        var before = graph(args());
        var difference = GraphDifference.between(before, graph(rule.eventBridge(true)));

        assertThat(difference.removed()).isEmpty();
        assertThat(difference.added())
                .extracting(GraphResource::type)
                .containsExactly("aws:s3/bucketNotification:BucketNotification");
        assertThat(difference.changed()).singleElement().satisfies(change -> assertThat(change.properties())
                .containsExactly("rules"));
    }

    @Test
    void reports_its_faults_together_with_those_of_a_bucket_that_logs_to_it() {
        var recording = Recording.failing(context -> {
            var logs = new DataBucket(
                    "logs",
                    args().logDelivery(LogDelivery.serverAccess())
                            .forceDestroy(true)
                            .build());
            assertThat(logs.read("reports").statements()).isNotEmpty();
            new DataBucket(
                    "documents",
                    args().accessLogsBucket(logs.bucketName())
                            .forceDestroy(true)
                            .build());
        });

        assertThat(recording.failure())
                .contains(
                        "DataBucket \"logs\": forceDestroy is true",
                        "DataBucket \"logs\": keyPrefix is \"reports\"",
                        "DataBucket \"documents\": forceDestroy is true");
        assertThat(recording.graph().all())
                .noneMatch(resource -> resource.type().startsWith("aws:"));
    }

    @Test
    void can_be_previewed_before_it_exists() {
        var recording = Recording.preview(context -> {
            var bucket = new DataBucket(
                    "documents", args().logDelivery(LogDelivery.webFirewall()).build());
            context.export("binding", bucket.readWrite("reports/").export());
        });

        assertThat(recording.graph().names(POLICY)).containsExactly("documents");
    }

    @Test
    void registers_nothing_when_the_options_have_faults() {
        var recording = Recording.failing(
                context -> new DataBucket("documents", args().forceDestroy(true).build()));

        assertThat(recording.failure()).startsWith("DataBucket \"documents\": forceDestroy is true");
        assertThat(recording.graph().names(BUCKET)).isEmpty();
    }

    @Test
    void an_existing_bucket_provides_the_same_bindings_and_creates_nothing() {
        var recording = Recording.of(context -> {
            var bucket = DataBucket.fromExisting(
                    "legacy",
                    ExistingBucketArgs.builder()
                            .bucketArn("arn:aws:s3:::legacy-documents")
                            .kmsKeyArn(KEY)
                            .build());
            context.export("binding", bucket.read("reports/").export());
        });

        assertThat(recording.outputs().get("binding"))
                .asString()
                .contains("\"LEGACY_BUCKET\":\"legacy-documents\"", "arn:aws:s3:::legacy-documents/reports/*", KEY);
        assertThat(recording.graph().all())
                .noneMatch(resource -> resource.type().startsWith("aws:"));
    }

    @Test
    void rejects_the_name_of_an_existing_bucket_as_its_arn() {
        var recording = Recording.failing(context -> context.export(
                "binding",
                DataBucket.fromExisting(
                                "legacy",
                                ExistingBucketArgs.builder()
                                        .bucketArn("documents")
                                        .build())
                        .read()
                        .export()));

        assertThat(recording.failure())
                .contains(
                        "DataBucket.fromExisting \"legacy\": bucketArn is \"documents\", but an ARN of s3 is required;");
    }

    @Test
    void reports_missing_facts_of_an_existing_bucket() {
        assertThatThrownBy(() -> DataBucket.fromExisting(
                        "legacy", ExistingBucketArgs.builder().build()))
                .hasMessage(
                        "DataBucket.fromExisting \"legacy\": bucketArn is missing, but policies identify the bucket by its ARN; set it.");
    }
}

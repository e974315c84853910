package dev.ashlar.preflight.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.ashlar.preflight.sandbox.value.Values;
import dev.ashlar.preflight.testkit.Sandbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckRequest.AutonamingOptions;

class CheckTest {

    private static final String VPC = "aws:ec2/vpc:Vpc";
    private static final String QUEUE = "aws:sqs/queue:Queue";
    private static final String LISTENER = "aws:lb/listener:Listener";
    private static final String CLUSTER = "aws:rds/cluster:Cluster";
    private static final String TABLE = "aws:dynamodb/table:Table";
    private static final String TASK = "aws:ecs/taskDefinition:TaskDefinition";

    @RegisterExtension
    static final Sandbox sandbox = Sandbox.in("eu-central-1");

    @Test
    void suggests_the_nearest_name_for_an_unknown_property() {
        assertThat(sandbox.failures(VPC, Map.of("cidrBlok", "10.0.0.0/16", "ipv4IpamPoolId", "p")))
                .containsExactly("cidrBlok: unknown property; did you mean \"cidrBlock\"?");
    }

    @Test
    void lists_the_valid_properties_if_none_is_near() {
        assertThat(sandbox.failures(
                        "aws:sqs/queuePolicy:QueuePolicy", Map.of("policy", "{}", "queueUrl", "u", "zzz", 1)))
                .containsExactly("zzz: unknown property; valid names are policy, queueUrl");
    }

    @Test
    void reports_a_missing_property() {
        assertThat(sandbox.failures("aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway", Map.of()))
                .containsExactly("vpcId: required property is missing");
    }

    @Test
    void reports_wrong_kinds_at_any_depth_with_their_path() {
        var inputs = Map.of(
                "loadBalancerArn", "arn:aws:elasticloadbalancing:eu-central-1:000000000000:loadbalancer/app/a/b",
                "port", "80",
                "defaultActions",
                        List.of(Map.of(
                                "type",
                                "forward",
                                "forward",
                                Map.of("targetGroups", List.of(Map.of("weight", 1.5, "arnn", "x"))))));

        assertThat(sandbox.failures(LISTENER, inputs))
                .containsExactlyInAnyOrder(
                        "port: expected a whole number, got a string",
                        "defaultActions[0].forward.targetGroups[0].weight: expected a whole number, got a number",
                        "defaultActions[0].forward.targetGroups[0].arnn: unknown property; did you mean \"arn\"?",
                        "defaultActions[0].forward.targetGroups[0].arn: required property is missing");
    }

    @Test
    void accepts_unknown_values() {
        assertThat(sandbox.failures(
                        "aws:ec2/subnet:Subnet", Map.of("vpcId", Values.UNKNOWN, "cidrBlock", Values.UNKNOWN)))
                .isEmpty();
    }

    @Test
    void reports_the_allowed_range_and_its_source() {
        assertThat(sandbox.failures(QUEUE, Map.of("delaySeconds", 901)))
                .containsExactly("delaySeconds: must be from 0 to 900 (Amazon SQS API Reference: CreateQueue)");
    }

    @Test
    void rejects_networks_with_host_bits_or_an_unsupported_prefix() {
        assertThat(sandbox.failures(VPC, Map.of("cidrBlock", "10.0.0.1/16")))
                .hasSize(1)
                .first()
                .asString()
                .contains("no address bits behind the prefix");
        assertThat(sandbox.failures(VPC, Map.of("cidrBlock", "10.0.0.0/15")))
                .hasSize(1)
                .first()
                .asString()
                .contains("must have a prefix from /16 to /28");
        assertThat(sandbox.failures(VPC, Map.of("cidrBlock", "10.0.0.300/16"))).hasSize(1);
    }

    @Test
    void rejects_mutually_exclusive_properties_and_requires_one_of_a_group() {
        assertThat(sandbox.failures(QUEUE, Map.of("kmsMasterKeyId", "k", "sqsManagedSseEnabled", true)))
                .containsExactly("specify at most one of kmsMasterKeyId, sqsManagedSseEnabled"
                        + " (Amazon SQS API Reference: CreateQueue)");
        assertThat(sandbox.failures("aws:ec2/routeTableAssociation:RouteTableAssociation", Map.of("routeTableId", "r")))
                .containsExactly("specify exactly one of gatewayId, subnetId"
                        + " (Amazon EC2 API Reference: AssociateRouteTable)");
        assertThat(sandbox.failures("aws:cloudwatch/eventRule:EventRule", Map.of()))
                .first()
                .asString()
                .startsWith("specify at least one of eventPattern, scheduleExpression");
        assertThat(sandbox.failures(
                        "aws:lambda/function:Function",
                        Map.of("role", role(), "handler", "h", "runtime", "java17", "s3Bucket", "b")))
                .first()
                .asString()
                .startsWith("specify all or none of s3Bucket, s3Key");
    }

    @Test
    void counts_false_as_given_for_conflicts_and_as_absent_for_requirements() {
        assertThat(sandbox.failures(QUEUE, Map.of("kmsMasterKeyId", "k", "sqsManagedSseEnabled", false)))
                .singleElement()
                .asString()
                .startsWith("specify at most one of kmsMasterKeyId, sqsManagedSseEnabled");
        assertThat(sandbox.failures(CLUSTER, cluster(Map.of("manageMasterUserPassword", false))))
                .singleElement()
                .asString()
                .startsWith("specify at least one of masterPassword, manageMasterUserPassword");
    }

    @Test
    void rejects_keys_without_an_attribute_and_attributes_without_a_key() {
        var attribute = Map.of("name", "placed", "type", "S");
        var table = new HashMap<String, Object>(
                Map.of("billingMode", "PAY_PER_REQUEST", "hashKey", "customer", "attributes", List.of(attribute)));

        assertThat(sandbox.failures(TABLE, table))
                .containsExactlyInAnyOrder(
                        "hashKey: must be among the attributes (Amazon DynamoDB API Reference: CreateTable)",
                        "attributes[0].name: must be a key of the table or of an index"
                                + " (Amazon DynamoDB API Reference: CreateTable)");

        table.put("rangeKey", "placed");
        table.put("attributes", List.of(attribute, Map.of("name", "customer", "type", "S")));
        assertThat(sandbox.failures(TABLE, table)).isEmpty();

        table.put("attributes", Values.UNKNOWN);
        assertThat(sandbox.failures(TABLE, table)).isEmpty();
    }

    @Test
    void rejects_a_name_beside_a_name_prefix() {
        assertThat(sandbox.failures("aws:s3/bucketV2:BucketV2", Map.of("bucketPrefix", "data-")))
                .isEmpty();
        assertThat(sandbox.failures("aws:s3/bucketV2:BucketV2", Map.of("bucketPrefix", "data-", "bucket", "data")))
                .singleElement()
                .asString()
                .startsWith("specify at most one of bucket, bucketPrefix");
    }

    @Test
    void rejects_a_minimum_above_the_maximum() {
        var scaling = Map.of("minCapacity", 4, "maxCapacity", 2);

        assertThat(sandbox.failures(CLUSTER, cluster(Map.of("serverlessv2ScalingConfiguration", scaling))))
                .containsExactly(
                        "serverlessv2ScalingConfiguration.minCapacity: must not be greater than maxCapacity, which is 2"
                                + " (Amazon RDS API Reference: ServerlessV2ScalingConfiguration)");
        assertThat(sandbox.failures(
                        CLUSTER,
                        cluster(Map.of(
                                "serverlessv2ScalingConfiguration", Map.of("minCapacity", 0.7, "maxCapacity", 2)))))
                .first()
                .asString()
                .contains("must be from 0 to 256 in steps of 0.5");
    }

    @Test
    void rejects_task_sizes_that_fargate_does_not_support() {
        assertThat(sandbox.failures(TASK, task("1024", "1024")))
                .containsExactly("memory: must be from 2048 to 8192 in steps of 1024"
                        + " (Amazon ECS Developer Guide: Task definition parameters for Fargate)");
        assertThat(sandbox.failures(TASK, task("1024", "2048"))).isEmpty();
    }

    @Test
    void checks_properties_inside_json_documents() {
        var inputs = new HashMap<String, Object>(task("1024", "2048"));
        inputs.put("containerDefinitions", "[{\"name\": \"a b\", \"portMappings\": [{\"containerPort\": 70000}]}]");

        assertThat(sandbox.failures(TASK, inputs))
                .containsExactlyInAnyOrder(
                        "containerDefinitions[0].image: is required (Amazon ECS API Reference: ContainerDefinition)",
                        "containerDefinitions[0].name: must be 1 to 255 letters, digits, hyphens and underscores"
                                + " (Amazon ECS API Reference: ContainerDefinition)",
                        "containerDefinitions[0].portMappings[0].containerPort: must be from 0 to 65535"
                                + " (Amazon ECS API Reference: ContainerDefinition)");
        inputs.put("containerDefinitions", "not json");
        assertThat(sandbox.failures(TASK, inputs))
                .containsExactly(
                        "containerDefinitions: must be JSON (Amazon ECS API Reference: RegisterTaskDefinition)");
    }

    @Test
    void does_not_print_the_value_of_a_secret() {
        var inputs = Struct.newBuilder()
                .putAllFields(Values.struct(cluster(Map.of())).getFieldsMap())
                .removeFields("manageMasterUserPassword")
                .putFields("masterPassword", Values.secret(Values.text("short")))
                .build();

        var failures = sandbox.check(CLUSTER, "main", Struct.getDefaultInstance(), inputs)
                .getFailuresList();

        assertThat(failures).hasSize(1);
        assertThat(failures.get(0).getProperty()).isEmpty();
        assertThat(failures.get(0).getReason()).startsWith("masterPassword: must be from 8 to 128 characters long");
    }

    @Test
    void rejects_a_type_without_an_entry_and_one_that_does_not_exist() {
        assertThat(sandbox.failures("aws:mq/broker:Broker", Map.of()))
                .first()
                .asString()
                .startsWith(
                        "the sandbox has no entry for aws:mq/broker:Broker; add it to preflight/src/main/resources/");
        assertThat(sandbox.failures("aws:sqs/queueue:Queueue", Map.of()))
                .containsExactly("the AWS SDK 6.83.0 has no resource type aws:sqs/queueue:Queueue");
    }

    @Test
    void rejects_a_resource_name_that_is_too_long_for_a_generated_name() {
        var failures = sandbox.check(
                "aws:lb/targetGroup:TargetGroup",
                "a-name-of-twenty-six-chars",
                Map.of("port", 80, "protocol", "HTTP", "vpcId", "v"));

        assertThat(failures.getFailuresList()).hasSize(1);
        assertThat(failures.getFailures(0).getReason())
                .isEqualTo("name: the resource's name \"a-name-of-twenty-six-chars\" plus 8 random characters"
                        + " is longer than 32 characters; shorten it");
    }

    @Test
    void generates_a_name_when_the_program_removes_it() {
        var old = sandbox.create(QUEUE, "orders", Map.of("name", "fixed"));

        var inputs = Values.plain(sandbox.check(QUEUE, "orders", old.inputs(), Struct.getDefaultInstance())
                .getInputs());

        assertThat((String) inputs.get("name")).matches("orders-[0-9a-f]{7}");
    }

    @Test
    void applies_the_autonaming_settings_of_the_engine() {
        assertThat(named(AutonamingOptions.Mode.ENFORCE)).isEqualTo("Proposed");
        assertThat(named(AutonamingOptions.Mode.PROPOSE)).isEqualTo("proposed");
        assertThat(named(AutonamingOptions.Mode.DISABLE)).isNull();
    }

    @Test
    void generates_names_with_the_required_prefix_and_suffix() {
        var alias = sandbox.create("aws:kms/alias:Alias", "orders", Map.of("targetKeyId", "k"));
        var topic = sandbox.create("aws:sns/topic:Topic", "orders", Map.of("fifoTopic", true));

        assertThat((String) alias.output("name")).matches("alias/orders-[0-9a-f]{7}");
        assertThat((String) topic.output("name")).matches("orders-[0-9a-f]{7}\\.fifo");
    }

    private Object named(AutonamingOptions.Mode mode) {
        var response = sandbox.stub()
                .check(CheckRequest.newBuilder()
                        .setUrn(Sandbox.urn("aws:s3/bucketV2:BucketV2", "data"))
                        .setNews(Struct.getDefaultInstance())
                        .setAutonaming(
                                AutonamingOptions.newBuilder().setMode(mode).setProposedName("Proposed"))
                        .build());
        return Values.plain(response.getInputs().getFieldsMap().getOrDefault("bucket", Value.getDefaultInstance()));
    }

    private static Map<String, Object> cluster(Map<String, Object> more) {
        var inputs = new HashMap<String, Object>(
                Map.of("engine", "aurora-postgresql", "masterUsername", "app", "manageMasterUserPassword", true));
        inputs.putAll(more);
        return inputs;
    }

    private static Map<String, Object> task(String cpu, String memory) {
        return Map.of(
                "family",
                "api",
                "requiresCompatibilities",
                List.of("FARGATE"),
                "networkMode",
                "awsvpc",
                "cpu",
                cpu,
                "memory",
                memory,
                "containerDefinitions",
                "[{\"name\":\"api\",\"image\":\"api:1\"}]");
    }

    private static String role() {
        return "arn:aws:iam::000000000000:role/main";
    }
}

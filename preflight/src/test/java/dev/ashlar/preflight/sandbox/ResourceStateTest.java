package dev.ashlar.preflight.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.Values;
import dev.ashlar.preflight.testkit.Sandbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import pulumirpc.Provider.DiffResponse.DiffChanges;
import pulumirpc.Provider.PropertyDiff.Kind;

/** Outputs, differences and rejected deletions of particular resources. */
class ResourceStateTest {

    /** A second passes between two resources, so that a later one has a later revision. */
    @RegisterExtension
    static final Sandbox sandbox = Sandbox.in("eu-central-1").at(new SteppingClock());

    @RegisterExtension
    static final Sandbox tagging = Sandbox.configured(
            Map.of("region", "eu-west-1", "defaultTags", "{\"tags\":{\"owner\":\"a\",\"stage\":\"dev\"}}"));

    @RegisterExtension
    static final Sandbox china = Sandbox.in("cn-north-1");

    @RegisterExtension
    static final Sandbox government = Sandbox.in("us-gov-west-1");

    @Test
    void merges_default_tags_below_the_tags_of_the_resource() {
        var queue = tagging.create("aws:sqs/queue:Queue", "q", Map.of("tags", Map.of("owner", "b")));

        assertThat(queue.output("tagsAll")).isEqualTo(Map.of("owner", "b", "stage", "dev"));
        assertThat(queue.output("tags")).isEqualTo(Map.of("owner", "b"));
    }

    @Test
    void derives_partition_and_dns_suffix_from_the_region() {
        assertThat(china.create("aws:sqs/queue:Queue", "q", Map.of()).id())
                .startsWith("https://sqs.cn-north-1.amazonaws.com.cn/000000000000/");
        assertThat(government.create("aws:sqs/queue:Queue", "q", Map.of()).output("arn"))
                .asString()
                .startsWith("arn:aws-us-gov:sqs:us-gov-west-1:000000000000:");
    }

    @Test
    void a_certificate_has_one_validation_record_for_each_name() {
        var certificate = sandbox.create(
                "aws:acm/certificate:Certificate",
                "c",
                Map.of(
                        "domainName", "example.com",
                        "subjectAlternativeNames", List.of("www.example.com", "example.com"),
                        "validationMethod", "DNS"));

        var options = PlainJson.list(certificate.output("domainValidationOptions"));
        assertThat(options).hasSize(2);
        assertThat(options)
                .extracting(option -> PlainJson.object(option).get("domainName"))
                .containsExactly("example.com", "www.example.com");
        assertThat(options)
                .extracting(option -> PlainJson.object(option).get("resourceRecordName"))
                .doesNotHaveDuplicates();
    }

    @Test
    void returns_the_secret_of_a_managed_master_password() {
        var cluster = sandbox.create("aws:rds/cluster:Cluster", "db", cluster(Map.of()));

        assertThat(cluster.output("masterUserSecrets[0].secretArn"))
                .asString()
                .startsWith("arn:aws:secretsmanager:eu-central-1:000000000000:secret:rds!cluster-");
        assertThat(cluster.output("port")).isEqualTo(5432.0);
        assertThat(cluster.id()).startsWith("tf-").isEqualTo(cluster.output("clusterIdentifier"));
        assertThat(cluster.output("endpoint")).asString().startsWith(cluster.id() + ".cluster-");
    }

    @Test
    void derives_the_arn_of_a_listener_from_its_load_balancer() {
        var balancer = sandbox.create("aws:lb/loadBalancer:LoadBalancer", "web", Map.of("subnets", List.of("a", "b")));
        var action = List.of(Map.of(
                "type", "fixed-response", "fixedResponse", Map.of("contentType", "text/plain", "statusCode", "404")));
        var listener = sandbox.create(
                "aws:lb/listener:Listener",
                "http",
                Map.of("loadBalancerArn", balancer.id(), "port", 80, "protocol", "HTTP", "defaultActions", action));

        assertThat(balancer.output("arnSuffix")).asString().matches("app/web-[0-9a-f]{7}/[0-9a-f]{16}");
        assertThat(balancer.output("zoneId")).isEqualTo("Z215JYRZR1TBD5");
        assertThat(listener.id()).startsWith(balancer.id().replace(":loadbalancer/", ":listener/") + "/");
    }

    @Test
    void returns_empty_values_for_outputs_that_the_sdk_requires() {
        var vpc = sandbox.create("aws:ec2/vpc:Vpc", "main", Map.of("cidrBlock", "10.0.0.0/16"));

        assertThat(vpc.output("ipv6AssociationId")).isEqualTo("");
        assertThat(vpc.output("enableNetworkAddressUsageMetrics")).isEqualTo(false);
    }

    @Test
    void replaces_a_changed_task_definition_with_a_later_revision() {
        var first = sandbox.create("aws:ecs/taskDefinition:TaskDefinition", "api", task("api:1"));
        var second = sandbox.create("aws:ecs/taskDefinition:TaskDefinition", "api", task("api:2"));

        var diff = sandbox.diff(first, task("api:2"));
        assertThat(diff.getReplacesList()).containsExactly("containerDefinitions");
        assertThat((Double) second.output("revision")).isGreaterThan((Double) first.output("revision"));
        assertThat(second.output("arn")).isNotEqualTo(first.output("arn"));
        var tagged = new HashMap<>(task("api:1"));
        tagged.put("tags", Map.of("a", "b"));
        assertThat(sandbox.diff(first, tagged).getReplacesList()).isEmpty();
    }

    @Test
    void deletes_a_resource_with_a_fixed_name_before_replacing_it() {
        var group = Map.of("port", 80, "protocol", "HTTP", "vpcId", "v", "name", "fixed");
        var changed = Map.of("port", 81, "protocol", "HTTP", "vpcId", "v", "name", "fixed");
        var fixed = sandbox.create("aws:lb/targetGroup:TargetGroup", "web", group);
        var attachment = sandbox.create(
                "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
                "a",
                Map.of("role", "r", "policyArn", "arn:aws:iam::aws:policy/A"));

        assertThat(sandbox.diff(fixed, changed).getDeleteBeforeReplace()).isTrue();
        assertThat(sandbox.diff(attachment, Map.of("role", "s", "policyArn", "arn:aws:iam::aws:policy/A"))
                        .getDeleteBeforeReplace())
                .isTrue();
    }

    @Test
    void ignores_the_order_of_sets_and_reports_nested_changes_by_path() {
        var service = sandbox.create("aws:ecs/service:Service", "api", service(Map.of("subnets", List.of("a", "b"))));

        assertThat(sandbox.diff(service, service(Map.of("subnets", List.of("b", "a"))))
                        .getChanges())
                .isEqualTo(DiffChanges.DIFF_NONE);
        var diff = sandbox.diff(service, service(Map.of("subnets", List.of("a", "b"), "assignPublicIp", true)));
        assertThat(diff.getDiffsList()).containsExactly("networkConfiguration");
        assertThat(diff.getDetailedDiffMap()).containsOnlyKeys("networkConfiguration.assignPublicIp");
        assertThat(diff.getDetailedDiffOrThrow("networkConfiguration.assignPublicIp")
                        .getKind())
                .isEqualTo(Kind.UPDATE);
    }

    @Test
    void updates_a_capacity_provider_strategy_only_with_a_forced_deployment() {
        var plain = Map.<String, Object>of("taskDefinition", "t", "forceNewDeployment", true);
        var spot = Map.<String, Object>of(
                "taskDefinition", "t", "forceNewDeployment", true, "capacityProviderStrategies", strategy(1));
        var more = Map.<String, Object>of(
                "taskDefinition", "t", "forceNewDeployment", true, "capacityProviderStrategies", strategy(2));
        var unforced = Map.<String, Object>of("taskDefinition", "t", "capacityProviderStrategies", strategy(2));
        var without = sandbox.create("aws:ecs/service:Service", "api", plain);
        var with = sandbox.create("aws:ecs/service:Service", "api", spot);

        assertThat(sandbox.diff(without, spot).getReplacesList()).containsExactly("capacityProviderStrategies");
        assertThat(sandbox.diff(with, plain).getReplacesList()).containsExactly("capacityProviderStrategies");
        assertThat(sandbox.diff(with, unforced).getReplacesList()).containsExactly("capacityProviderStrategies");
        assertThat(sandbox.diff(with, more).getDiffsList()).containsExactly("capacityProviderStrategies");
        assertThat(sandbox.diff(with, more).getReplacesList()).isEmpty();
    }

    @Test
    void an_output_of_a_new_input_is_unknown_in_the_preview_and_known_after_the_update() {
        var block = Map.<String, Object>of("cidrBlock", "10.0.0.0/16");
        var both = Map.<String, Object>of("cidrBlock", "10.0.0.0/16", "assignGeneratedIpv6CidrBlock", true);
        var vpc = sandbox.create("aws:ec2/vpc:Vpc", "main", block);

        var planned = sandbox.update(vpc, both, true);
        var updated = sandbox.update(vpc, both);

        assertThat(vpc.output("ipv6CidrBlock")).isEqualTo("");
        assertThat(planned.output("ipv6CidrBlock")).isEqualTo(Values.UNKNOWN);
        assertThat(planned.output("arn")).isEqualTo(vpc.output("arn"));
        assertThat(updated.output("ipv6CidrBlock")).isEqualTo("2001:db8:1234:1a00::/56");
    }

    @Test
    void a_renewed_output_is_unknown_in_the_preview_and_new_after_the_update() {
        var function = sandbox.create("aws:lambda/function:Function", "f", function(128));

        var planned = sandbox.update(function, function(256), true);
        var updated = sandbox.update(function, function(256));

        assertThat(planned.output("lastModified")).isEqualTo(Values.UNKNOWN);
        assertThat(planned.output("arn")).isEqualTo(function.output("arn"));
        assertThat(updated.output("version")).isEqualTo("$LATEST");
        assertThat(updated.output("memorySize")).isEqualTo(256.0);
    }

    @Test
    void removes_an_input_from_the_state_when_the_program_removes_it() {
        var queue = sandbox.create("aws:sqs/queue:Queue", "q", Map.of("kmsMasterKeyId", "k"));

        assertThat(sandbox.update(queue, Map.of()).output("kmsMasterKeyId")).isNull();
    }

    @Test
    void completes_a_bucket_prefix_to_a_name() {
        var bucket = sandbox.create("aws:s3/bucketV2:BucketV2", "data", Map.of("bucketPrefix", "logs-"));

        assertThat((String) bucket.output("bucket")).matches("logs-\\d{26}");
        assertThat(bucket.output("arn")).isEqualTo("arn:aws:s3:::" + bucket.output("bucket"));
    }

    @Test
    void rejects_deleting_protected_resources() {
        var protectedBalancer = sandbox.create(
                "aws:lb/loadBalancer:LoadBalancer",
                "web",
                Map.of("subnets", List.of("a", "b"), "enableDeletionProtection", true));
        var protectedCluster = sandbox.create(
                "aws:rds/cluster:Cluster",
                "db",
                cluster(Map.of("deletionProtection", true, "skipFinalSnapshot", true)));
        var withoutSnapshot = sandbox.create("aws:rds/cluster:Cluster", "db", cluster(Map.of()));
        var skipping = sandbox.create("aws:rds/cluster:Cluster", "db", cluster(Map.of("skipFinalSnapshot", true)));

        assertThatThrownBy(() -> sandbox.delete(protectedBalancer))
                .hasMessageContaining("OperationNotPermitted: Load balancer '" + protectedBalancer.id()
                        + "' cannot be deleted because deletion protection is enabled");
        assertThatThrownBy(() -> sandbox.delete(protectedCluster))
                .hasMessageContaining("Cannot delete protected Cluster");
        assertThatThrownBy(() -> sandbox.delete(withoutSnapshot))
                .hasMessageContaining("finalSnapshotIdentifier is required when skipFinalSnapshot is false");
        sandbox.delete(skipping);
    }

    private static Map<String, Object> cluster(Map<String, Object> more) {
        var inputs = new HashMap<String, Object>(
                Map.of("engine", "aurora-postgresql", "masterUsername", "app", "manageMasterUserPassword", true));
        inputs.putAll(more);
        return inputs;
    }

    private static List<Map<String, Object>> strategy(int weight) {
        return List.of(Map.of("capacityProvider", "FARGATE_SPOT", "weight", weight));
    }

    private static Map<String, Object> task(String image) {
        return Map.of("family", "api", "containerDefinitions", "[{\"name\":\"api\",\"image\":\"" + image + "\"}]");
    }

    private static Map<String, Object> service(Map<String, Object> network) {
        return Map.of("taskDefinition", "t", "launchType", "FARGATE", "networkConfiguration", network);
    }

    private static Map<String, Object> function(int memory) {
        return Map.of(
                "role",
                "arn:aws:iam::000000000000:role/f",
                "packageType",
                "Image",
                "imageUri",
                "000000000000.dkr.ecr.eu-central-1.amazonaws.com/f:1",
                "memorySize",
                memory);
    }
}

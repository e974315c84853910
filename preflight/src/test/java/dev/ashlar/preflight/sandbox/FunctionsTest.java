package dev.ashlar.preflight.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.Values;
import dev.ashlar.preflight.testkit.Sandbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FunctionsTest {

    @RegisterExtension
    static final Sandbox sandbox = Sandbox.in("us-east-1");

    @Test
    void lists_the_zones_of_the_region() {
        var all = call("aws:index/getAvailabilityZones:getAvailabilityZones", Map.of("state", "available"));
        var some = call(
                "aws:index/getAvailabilityZones:getAvailabilityZones",
                Map.of("excludeNames", List.of("us-east-1a"), "excludeZoneIds", List.of("use1-az3")));

        assertThat(PlainJson.list(all.get("names")))
                .hasSize(6)
                .startsWith("us-east-1a")
                .endsWith("us-east-1f");
        assertThat(PlainJson.list(all.get("zoneIds"))).hasSize(6).startsWith("use1-az1");
        assertThat(PlainJson.list(some.get("names"))).hasSize(4).doesNotContain("us-east-1a", "us-east-1e");
        assertThatThrownBy(() -> call(
                        "aws:index/getAvailabilityZones:getAvailabilityZones", Map.of("allAvailabilityZones", true)))
                .hasMessageContaining("the sandbox does not support the argument allAvailabilityZones");
    }

    @Test
    void returns_the_caller_identity_partition_and_region() {
        assertThat(call("aws:index/getCallerIdentity:getCallerIdentity", Map.of()))
                .containsEntry("accountId", "000000000000")
                .containsEntry("arn", "arn:aws:iam::000000000000:user/sandbox");
        assertThat(call("aws:index/getPartition:getPartition", Map.of()))
                .containsEntry("partition", "aws")
                .containsEntry("dnsSuffix", "amazonaws.com");
        assertThat(call("aws:index/getRegion:getRegion", Map.of()))
                .containsEntry("name", "us-east-1")
                .containsEntry("description", "US East (N. Virginia)");
        assertThat(call("aws:elb/getServiceAccount:getServiceAccount", Map.of()))
                .containsEntry("arn", "arn:aws:iam::127311923021:root");
    }

    @Test
    void resolves_an_image_to_the_same_digest_each_time() {
        var image = Map.of("repositoryName", "api", "imageTag", "1.0");

        var first = call("aws:ecr/getImage:getImage", image);

        assertThat((String) first.get("imageDigest")).matches("sha256:[0-9a-f]{64}");
        assertThat(first)
                .containsEntry(
                        "imageUri", "000000000000.dkr.ecr.us-east-1.amazonaws.com/api@" + first.get("imageDigest"))
                .containsEntry("imageTags", List.of("1.0"));
        assertThat(call("aws:ecr/getImage:getImage", image)).isEqualTo(first);
        assertThat(call("aws:ecr/getImage:getImage", Map.of("repositoryName", "api", "imageTag", "1.1"))
                        .get("imageDigest"))
                .isNotEqualTo(first.get("imageDigest"));
    }

    @Test
    void resolves_the_tag_of_an_image_that_does_not_start_to_a_fixed_digest() {
        assertThat(call("aws:ecr/getImage:getImage", Map.of("repositoryName", "api", "imageTag", "does-not-start")))
                .containsEntry("imageDigest", "sha256:" + "0badc0de".repeat(8))
                .containsEntry("imageTags", List.of("does-not-start"));
    }

    @Test
    void generates_passwords_from_the_requested_characters() {
        var token = "aws:secretsmanager/getRandomPassword:getRandomPassword";

        var password = (String) call(
                        token,
                        Map.of(
                                "passwordLength",
                                40,
                                "excludePunctuation",
                                true,
                                "excludeUppercase",
                                true,
                                "excludeCharacters",
                                "aeiou"))
                .get("randomPassword");

        assertThat(password).matches("[b-df-hj-np-tv-z0-9]{40}");
        assertThat((String) call(token, Map.of()).get("randomPassword")).hasSize(32);
        assertThatThrownBy(() -> call(
                        token,
                        Map.of(
                                "excludePunctuation",
                                true,
                                "excludeUppercase",
                                true,
                                "excludeLowercase",
                                true,
                                "excludeNumbers",
                                true)))
                .hasMessageContaining("the exclusions leave no characters for the password");
    }

    @Test
    void returns_the_state_of_a_service_created_in_this_run() {
        var arguments = Map.of("clusterArn", "arn:aws:ecs:us-east-1:000000000000:cluster/main", "serviceName", "api");
        var service = sandbox.create(
                "aws:ecs/service:Service",
                "api",
                Map.of(
                        "cluster",
                        "arn:aws:ecs:us-east-1:000000000000:cluster/main",
                        "name",
                        "api",
                        "taskDefinition",
                        "t:1",
                        "desiredCount",
                        3));

        assertThat(call("aws:ecs/getService:getService", arguments))
                .containsEntry("taskDefinition", "t:1")
                .containsEntry("desiredCount", 3.0)
                .containsEntry("arn", service.id());
        assertThat(call("aws:ecs/getService:getService", Map.of("clusterArn", "main", "serviceName", "other")))
                .containsEntry("taskDefinition", "");
    }

    @Test
    void checks_arguments_and_rejects_functions_without_an_entry() {
        var response = sandbox.invoke("aws:ecr/getImage:getImage", Map.of("repository", "api"));

        assertThat(response.getFailuresList().stream().map(Sandbox::shown))
                .containsExactlyInAnyOrder(
                        "repository: unknown property; did you mean \"repositoryName\"?",
                        "repositoryName: required property is missing");
        assertThatThrownBy(() -> call("aws:ec2/getVpc:getVpc", Map.of()))
                .hasMessageContaining("the sandbox has no entry for aws:ec2/getVpc:getVpc");
    }

    @Test
    void returns_every_property_that_the_sdk_requires() {
        assertThat(call("aws:rds/getEngineVersion:getEngineVersion", Map.of("engine", "aurora-postgresql")))
                .containsEntry("version", "16.6")
                .containsEntry("validMajorTargets", List.of());
    }

    private Map<String, Object> call(String function, Map<String, ?> arguments) {
        return Values.plain(sandbox.invoke(function, arguments).getReturn());
    }
}

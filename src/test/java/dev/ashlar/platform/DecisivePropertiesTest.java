package dev.ashlar.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisivePropertiesTest {

    @Test
    void prints_the_properties_of_the_table_in_its_order() {
        var cluster = Map.<String, Object>of(
                "storageEncrypted", true, "deletionProtection", false, "databaseName", "orders", "port", 5432);

        assertThat(DecisiveProperties.suffix("aws:rds/cluster:Cluster", cluster, false))
                .isEqualTo("  deletionProtection=false storageEncrypted=true");
    }

    @Test
    void prints_that_a_resource_is_protected() {
        assertThat(DecisiveProperties.suffix("aws:s3/bucketV2:BucketV2", Map.of(), true))
                .isEqualTo("  protect");
    }

    @Test
    void steps_into_objects() {
        var service = Map.<String, Object>of("networkConfiguration", Map.of("assignPublicIp", true));

        assertThat(DecisiveProperties.suffix("aws:ecs/service:Service", service, false))
                .isEqualTo("  networkConfiguration.assignPublicIp=true");
    }

    @Test
    void joins_the_elements_of_a_list() {
        var firewall =
                Map.<String, Object>of("rules", List.of(Map.of("name", "common"), Map.of("name", "rate-per-ip")));

        assertThat(DecisiveProperties.suffix("aws:wafv2/webAcl:WebAcl", firewall, false))
                .isEqualTo("  rules.name=common,rate-per-ip");
    }

    @Test
    void reads_images_from_the_json_of_container_definitions() {
        var task = Map.<String, Object>of("containerDefinitions", "[{\"image\":\"app:1\"},{\"image\":\"otel:2\"}]");

        assertThat(DecisiveProperties.suffix("aws:ecs/taskDefinition:TaskDefinition", task, false))
                .isEqualTo("  containerDefinitions.image=app:1,otel:2");
    }

    @Test
    void prints_nothing_for_a_type_without_decisive_properties() {
        assertThat(DecisiveProperties.suffix("aws:iam/role:Role", Map.of("name", "api"), false))
                .isEmpty();
    }
}

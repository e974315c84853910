package dev.ashlar.compute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageLifecycleTest {

    private static JsonNode rules(List<String> prefixes) throws Exception {
        return new ObjectMapper()
                .readTree(ImageLifecycle.policy(prefixes, Duration.ofDays(7), 30))
                .get("rules");
    }

    @Test
    void protected_prefixes_come_first_each_with_a_rule_of_its_own() throws Exception {
        var rules = rules(List.of("release-", "deployed-"));

        assertThat(rules).hasSize(4);
        assertThat(rules.get(0).at("/selection/tagPrefixList").toString()).isEqualTo("[\"release-\"]");
        assertThat(rules.get(1).at("/selection/tagPrefixList").toString()).isEqualTo("[\"deployed-\"]");
        for (int index = 0; index < rules.size(); index++) {
            assertThat(rules.get(index).get("rulePriority").asInt()).isEqualTo(index + 1);
        }
    }

    @Test
    void images_without_a_tag_expire_by_age_and_the_others_by_number() throws Exception {
        var rules = rules(List.of());

        assertThat(rules.get(0).get("selection").toString())
                .isEqualTo("{\"countNumber\":7,\"countType\":\"sinceImagePushed\",\"countUnit\":\"days\","
                        + "\"tagStatus\":\"untagged\"}");
        assertThat(rules.get(1).get("selection").toString())
                .isEqualTo("{\"countNumber\":30,\"countType\":\"imageCountMoreThan\",\"tagPatternList\":[\"*\"],"
                        + "\"tagStatus\":\"tagged\"}");
    }
}

package dev.ashlar.internal.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.core.Violation;
import dev.ashlar.core.Violations;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TagsTest {

    private static List<String> faults(Map<String, String> tags) {
        var violations = Violations.of("ServiceCluster", "main");
        Tags.check(tags, violations);
        return violations.all().stream().map(Violation::message).toList();
    }

    private static Map<String, String> many(int count) {
        var tags = new TreeMap<String, String>();
        for (int i = 0; i < count; i++) {
            tags.put("tag-" + i, "");
        }
        return tags;
    }

    @Test
    void adds_the_name_unless_the_caller_sets_it() {
        assertThat(Tags.named("main-a", Map.of("team", "shop"))).isEqualTo(Map.of("Name", "main-a", "team", "shop"));
        assertThat(Tags.named("main-a", Map.of("Name", "shop"))).isEqualTo(Map.of("Name", "shop"));
    }

    @Test
    void rejects_keys_and_values_that_aws_does_not_allow() {
        assertThat(faults(Map.of("team", "", "k".repeat(128), "v".repeat(256)))).isEmpty();
        assertThat(faults(Map.of("AWS:team", "shop")))
                .containsExactly(
                        "ServiceCluster \"main\": tags is \"AWS:team\", but a key has 1 to 128 characters, and those"
                                + " that begin with aws: are AWS's own; use another key.");
        assertThat(faults(Map.of("", "shop"))).hasSize(1);
        assertThat(faults(Map.of("k".repeat(129), "shop"))).hasSize(1);
        assertThat(faults(Map.of("team", "v".repeat(257))))
                .containsExactly(
                        "ServiceCluster \"main\": tags.team is 257 characters long, but a tag has a value of at most"
                                + " 256 characters; give a shorter one.");
    }

    @Test
    void counts_the_name_tag_of_every_resource() {
        assertThat(faults(many(49))).isEmpty();
        assertThat(faults(many(50)))
                .containsExactly("ServiceCluster \"main\": tags is 51 tags with Name, but a resource has"
                        + " at most 50; leave some out.");
    }
}

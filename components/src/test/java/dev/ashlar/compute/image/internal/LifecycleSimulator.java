package dev.ashlar.compute.image.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Applies a lifecycle policy as ECR does: every rule looks at all images, and an image expires only if the first rule
 * that selects it lets it expire. Rejects policies that ECR rejects.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html">Automate the cleanup
 *     of images by using lifecycle policies in Amazon ECR: considerations</a>
 */
final class LifecycleSimulator {

    /** An image: its tags, and how many days ago it was pushed. */
    record Image(Set<String> tags, int age) {

        static Image of(int age, String... tags) {
            return new Image(Set.of(tags), age);
        }
    }

    private final List<JsonNode> rules;

    LifecycleSimulator(String policy) {
        try {
            rules = items(new ObjectMapper().readTree(policy).get("rules"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        assertThat(rules).hasSizeBetween(1, 50);
        assertThat(rules.stream().map(LifecycleSimulator::priority)).doesNotHaveDuplicates();
        rules.sort(Comparator.comparing(LifecycleSimulator::priority));
        acceptSelections();
    }

    private void acceptSelections() {
        var anyRules = rules.stream().filter(rule -> status(rule).equals("any")).toList();
        assertThat(anyRules).hasSizeLessThanOrEqualTo(1);
        anyRules.forEach(rule -> assertThat(rules).last().isSameAs(rule));
        assertThat(rules.stream().filter(rule -> status(rule).equals("untagged")))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(rules.stream()
                        .filter(rule -> status(rule).equals("tagged"))
                        .map(rule -> new HashSet<>(patterns(rule))))
                .doesNotHaveDuplicates();
        for (var rule : rules) {
            assertThat(patterns(rule).isEmpty()).isEqualTo(!status(rule).equals("tagged"));
            assertThat(patterns(rule))
                    .allMatch(pattern -> pattern.chars().filter(c -> c == '*').count() <= 4);
            assertThat(rule.at("/selection/countNumber").asInt()).isPositive();
            assertThat(rule.at("/selection").has("countUnit")).isEqualTo(isByAge(rule));
            assertThat(rule.at("/action/type").asText()).isEqualTo("expire");
        }
    }

    /** Returns the images that are kept, in the given order. */
    List<Image> survivors(Collection<Image> images) {
        var expired = new ArrayList<Image>();
        var seen = new ArrayList<Image>();
        for (var rule : rules) {
            var selected = images.stream().filter(image -> selects(rule, image)).toList();
            for (var image : marked(rule, selected)) {
                if (!isIn(seen, image)) {
                    expired.add(image);
                }
            }
            seen.addAll(selected);
        }
        return images.stream().filter(image -> !isIn(expired, image)).toList();
    }

    private static List<Image> marked(JsonNode rule, List<Image> selected) {
        int number = rule.at("/selection/countNumber").asInt();
        if (isByAge(rule)) {
            return selected.stream().filter(image -> image.age() > number).toList();
        }
        return selected.stream()
                .sorted(Comparator.comparing(Image::age))
                .skip(number)
                .toList();
    }

    private static boolean selects(JsonNode rule, Image image) {
        return switch (status(rule)) {
            case "any" -> true;
            case "untagged" -> image.tags().isEmpty();
            default ->
                patterns(rule).stream()
                        .allMatch(pattern -> image.tags().stream().anyMatch(tag -> matches(pattern, tag)));
        };
    }

    private static boolean matches(String pattern, String tag) {
        return tag.matches("\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E");
    }

    // A prefix is a pattern with a wildcard at its end.
    private static List<String> patterns(JsonNode rule) {
        var patterns = new ArrayList<String>();
        rule.at("/selection/tagPatternList").forEach(pattern -> patterns.add(pattern.asText()));
        rule.at("/selection/tagPrefixList").forEach(prefix -> patterns.add(prefix.asText() + "*"));
        return patterns;
    }

    // Two images may have the same tags and age, so they are compared by identity.
    private static boolean isIn(List<Image> images, Image image) {
        return images.stream().anyMatch(other -> other == image);
    }

    private static int priority(JsonNode rule) {
        return rule.get("rulePriority").asInt();
    }

    private static String status(JsonNode rule) {
        return rule.at("/selection/tagStatus").asText();
    }

    private static boolean isByAge(JsonNode rule) {
        return rule.at("/selection/countType").asText().equals("sinceImagePushed");
    }

    private static List<JsonNode> items(JsonNode list) {
        return new ArrayList<>(StreamSupport.stream(list.spliterator(), false).toList());
    }
}

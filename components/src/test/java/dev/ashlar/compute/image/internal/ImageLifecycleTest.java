package dev.ashlar.compute.image.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ashlar.compute.image.ImageExpiry;
import dev.ashlar.compute.image.ImageRepositoryArgs;
import dev.ashlar.compute.image.internal.LifecycleSimulator.Image;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ImageLifecycleTest {

    private static JsonNode rules(ImageRepositoryArgs.Builder args) throws Exception {
        return new ObjectMapper().readTree(ImageLifecycle.policy(args.build())).get("rules");
    }

    private static List<Image> survivors(ImageRepositoryArgs.Builder args, List<Image> images) {
        return new LifecycleSimulator(ImageLifecycle.policy(args.build())).survivors(images);
    }

    @Test
    void creates_one_rule_for_each_protected_prefix_before_all_others() throws Exception {
        var rules = rules(ImageRepositoryArgs.builder());

        assertThat(rules).hasSize(4);
        assertThat(rules.get(0).at("/selection/tagPrefixList").toString()).isEqualTo("[\"release-\"]");
        assertThat(rules.get(1).at("/selection/tagPrefixList").toString()).isEqualTo("[\"deployed-\"]");
        for (int index = 0; index < rules.size(); index++) {
            assertThat(rules.get(index).get("rulePriority").asInt()).isEqualTo(index + 1);
        }
    }

    @Test
    void untagged_images_expire_by_age_and_tagged_images_by_count() throws Exception {
        var rules = rules(ImageRepositoryArgs.builder().protectedTagPrefixes(List.of()));

        assertThat(rules.get(0).get("selection").toString())
                .isEqualTo("{\"countNumber\":7,\"countType\":\"sinceImagePushed\",\"countUnit\":\"days\","
                        + "\"tagStatus\":\"untagged\"}");
        assertThat(rules.get(1).get("selection").toString())
                .isEqualTo("{\"countNumber\":30,\"countType\":\"imageCountMoreThan\",\"tagPatternList\":[\"*\"],"
                        + "\"tagStatus\":\"tagged\"}");
    }

    @Test
    void early_expiries_follow_the_protected_prefixes() throws Exception {
        var rules = rules(ImageRepositoryArgs.builder()
                .expiries(
                        ImageExpiry.sinceImagePushed(Duration.ofDays(14), "pr-*"),
                        ImageExpiry.imageCountMoreThan(5, "nightly-*", "*-arm64")));

        assertThat(rules).hasSize(6);
        assertThat(rules.get(2).get("selection").toString())
                .isEqualTo("{\"countNumber\":14,\"countType\":\"sinceImagePushed\",\"countUnit\":\"days\","
                        + "\"tagPatternList\":[\"pr-*\"],\"tagStatus\":\"tagged\"}");
        assertThat(rules.get(3).get("selection").toString())
                .isEqualTo("{\"countNumber\":5,\"countType\":\"imageCountMoreThan\","
                        + "\"tagPatternList\":[\"nightly-*\",\"*-arm64\"],\"tagStatus\":\"tagged\"}");
        assertThat(rules.get(3).get("description").asText()).isEqualTo("Keep the newest 5 of nightly-* and *-arm64");
    }

    @Test
    void images_of_pull_requests_expire_and_releases_are_kept() {
        var old = Image.of(20, "pr-7");
        var young = Image.of(3, "pr-8");
        var release = Image.of(400, "release-1", "pr-6");
        var args = ImageRepositoryArgs.builder().expiries(ImageExpiry.sinceImagePushed(Duration.ofDays(14), "pr-*"));

        assertThat(survivors(args, List.of(old, young, release))).containsExactly(young, release);
    }

    @Property
    void deployed_and_released_images_are_kept(
            @ForAll("images") List<Image> images, @ForAll @IntRange(min = 1, max = 5) int kept) {
        var args = ImageRepositoryArgs.builder()
                .keptTaggedImages(kept)
                .expiries(ImageExpiry.sinceImagePushed(Duration.ofDays(1), "pr-*"));

        assertThat(survivors(args, images))
                .containsAll(
                        images.stream().filter(ImageLifecycleTest::isProtected).toList());
    }

    @Property
    void the_newest_tagged_images_are_kept(
            @ForAll("images") List<Image> images, @ForAll @IntRange(min = 1, max = 30) int kept) {
        assertThat(survivors(ImageRepositoryArgs.builder().keptTaggedImages(kept), images))
                .containsAll(images.stream()
                        .filter(ImageLifecycleTest::isTagged)
                        .sorted(Comparator.comparing(Image::age))
                        .limit(kept)
                        .toList());
    }

    @Property
    void keeps_at_most_the_configured_number_of_unprotected_images(
            @ForAll("images") List<Image> images, @ForAll @IntRange(min = 1, max = 30) int kept) {
        assertThat(survivors(ImageRepositoryArgs.builder().keptTaggedImages(kept), images).stream()
                        .filter(ImageLifecycleTest::isTagged)
                        .filter(image -> !isProtected(image)))
                .hasSizeLessThanOrEqualTo(kept);
    }

    @Property
    void untagged_images_expire_by_age_only(
            @ForAll("images") List<Image> images, @ForAll @IntRange(min = 1, max = 90) int days) {
        assertThat(survivors(ImageRepositoryArgs.builder().untaggedRetention(Duration.ofDays(days)), images).stream()
                        .filter(image -> !isTagged(image)))
                .containsExactlyElementsOf(images.stream()
                        .filter(image -> !isTagged(image) && image.age() <= days)
                        .toList());
    }

    private static boolean isTagged(Image image) {
        return !image.tags().isEmpty();
    }

    private static boolean isProtected(Image image) {
        return image.tags().stream().anyMatch(tag -> tag.startsWith("deployed-") || tag.startsWith("release-"));
    }

    @Provide
    Arbitrary<List<Image>> images() {
        var tag = Combinators.combine(
                        Arbitraries.of("", "1.", "pr-", "release-", "deployed-prod-", "nightly-"),
                        Arbitraries.integers().between(1, 99))
                .as((prefix, number) -> prefix + number);
        return Combinators.combine(
                        tag.set().ofMaxSize(3), Arbitraries.integers().between(0, 400))
                .as(Image::new)
                .list()
                .ofMaxSize(60)
                .map(ImageLifecycleTest::withoutTwins);
    }

    // A tag names one image only, and two images are not pushed at the same moment.
    private static List<Image> withoutTwins(List<Image> images) {
        var ages = new HashSet<Integer>();
        var tags = new HashSet<String>();
        var distinct = new ArrayList<Image>();
        for (var image : images) {
            var own = new HashSet<>(image.tags());
            own.removeIf(tag -> !tags.add(tag));
            if (ages.add(image.age())) {
                distinct.add(new Image(own, image.age()));
            }
        }
        return distinct;
    }
}

package dev.ashlar.compute.image.internal;

import dev.ashlar.compute.image.ImageExpiry;
import dev.ashlar.compute.image.ImageRepositoryArgs;
import dev.ashlar.internal.aws.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The lifecycle policy of a repository. An image belongs to the first rule that selects it, and a rule with several
 * prefixes selects only images that have all of them, so each protected prefix has its own rule before the others. A
 * rule for {@code any} image is not needed, because there is one for tagged and one for untagged images.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html">Lifecycle
 *     policy properties in Amazon ECR</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html">Automate the cleanup
 *     of images by using lifecycle policies in Amazon ECR</a>
 */
public final class ImageLifecycle {

    /** The number of images of a protected prefix that are kept: more than a rollback needs. */
    static final int KEPT_PROTECTED = 1000;

    private final List<Map<String, Object>> rules = new ArrayList<>();

    private ImageLifecycle() {}

    /** Returns the policy as JSON text. */
    public static String policy(ImageRepositoryArgs args) {
        var lifecycle = new ImageLifecycle();
        args.protectedTagPrefixes().forEach(lifecycle::keep);
        args.expiries().forEach(lifecycle::expire);
        lifecycle.expireUntagged(args.untaggedRetention());
        lifecycle.keepNewest(args.keptTaggedImages());
        return Json.text(Map.of("rules", lifecycle.rules));
    }

    private void keep(String prefix) {
        add("Keep " + prefix + "*", tagged("tagPrefixList", List.of(prefix)), countOver(KEPT_PROTECTED));
    }

    private void expire(ImageExpiry expiry) {
        var age = expiry.sinceImagePushed();
        var label = String.join(" and ", expiry.tagPatterns());
        var selection = tagged("tagPatternList", expiry.tagPatterns());
        var count = expiry.imageCountMoreThan();
        if (age != null) {
            add("Expire %s after %d days".formatted(label, age.toDays()), selection, olderThan(age));
        } else if (count != null) {
            add("Keep the newest %d of %s".formatted(count, label), selection, countOver(count));
        }
    }

    private void expireUntagged(Duration age) {
        add(
                "Expire untagged images after %d days".formatted(age.toDays()),
                Map.of("tagStatus", "untagged"),
                olderThan(age));
    }

    private void keepNewest(int count) {
        add(
                "Keep the newest %d tagged images".formatted(count),
                tagged("tagPatternList", List.of("*")),
                countOver(count));
    }

    private static Map<String, Object> tagged(String list, List<String> tags) {
        return Map.of("tagStatus", "tagged", list, tags);
    }

    private static Map<String, Object> countOver(int count) {
        return Map.of("countType", "imageCountMoreThan", "countNumber", count);
    }

    private static Map<String, Object> olderThan(Duration age) {
        return Map.of("countType", "sinceImagePushed", "countUnit", "days", "countNumber", age.toDays());
    }

    private void add(String description, Map<String, Object> images, Map<String, Object> limit) {
        var selection = new TreeMap<>(images);
        selection.putAll(limit);
        rules.add(Map.of(
                "rulePriority",
                rules.size() + 1,
                "description",
                description,
                "selection",
                selection,
                "action",
                Map.of("type", "expire")));
    }
}

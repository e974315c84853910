package dev.ashlar.compute;

import dev.ashlar.core.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The lifecycle policy of a repository. An image belongs to the first rule that selects it, and a rule with several prefixes
 * selects only images that have them all, so every protected prefix has a rule of its own, ahead of the others.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html">Lifecycle policy
 *     properties in Amazon ECR</a>
 */
final class ImageLifecycle {

    /** How many images of a protected prefix are kept: a bound that no rollback reaches. */
    static final int KEPT_PROTECTED = 1000;

    private ImageLifecycle() {}

    static String policy(List<String> protectedPrefixes, Duration untaggedRetention, int keptTagged) {
        var rules = new ArrayList<Map<String, Object>>();
        for (var prefix : protectedPrefixes) {
            rules.add(rule(
                    rules.size() + 1,
                    "Keep " + prefix + "*",
                    Map.of(
                            "tagStatus",
                            "tagged",
                            "tagPrefixList",
                            List.of(prefix),
                            "countType",
                            "imageCountMoreThan",
                            "countNumber",
                            KEPT_PROTECTED)));
        }
        rules.add(rule(
                rules.size() + 1,
                "Expire untagged images after %d days".formatted(untaggedRetention.toDays()),
                Map.of(
                        "tagStatus", "untagged",
                        "countType", "sinceImagePushed",
                        "countUnit", "days",
                        "countNumber", untaggedRetention.toDays())));
        rules.add(rule(
                rules.size() + 1,
                "Keep the newest %d tagged images".formatted(keptTagged),
                Map.of(
                        "tagStatus",
                        "tagged",
                        "tagPatternList",
                        List.of("*"),
                        "countType",
                        "imageCountMoreThan",
                        "countNumber",
                        keptTagged)));
        return Json.text(Map.of("rules", rules));
    }

    private static Map<String, Object> rule(int priority, String description, Map<String, Object> selection) {
        return Map.of(
                "rulePriority", priority,
                "description", description,
                "selection", selection,
                "action", Map.of("type", "expire"));
    }
}

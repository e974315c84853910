package dev.ashlar.compute.image;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Images that expire earlier than a repository's other tagged ones, such as those of pull requests:
 * {@code ImageExpiry.sinceImagePushed(Duration.ofDays(14), "pr-*")}. Exactly one of age and count is given.
 *
 * @param tagPatterns what the tags look like, with {@code *} for any characters, at most four times; an image needs a tag for
 *     each of them
 * @param sinceImagePushed the age from which the images expire, in whole days
 * @param imageCountMoreThan how many of the images are kept, the newest first
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html">Lifecycle policy
 *     properties in Amazon ECR</a>
 */
public record ImageExpiry(
        List<String> tagPatterns,
        @Nullable Duration sinceImagePushed,
        @Nullable Integer imageCountMoreThan) {

    public ImageExpiry {
        tagPatterns = List.copyOf(tagPatterns);
    }

    /** Images with such tags expire at an age of whole days. */
    public static ImageExpiry sinceImagePushed(Duration age, String... tagPatterns) {
        return new ImageExpiry(List.of(tagPatterns), age, null);
    }

    /** Images with such tags expire when there are more of them; the newest stay. */
    public static ImageExpiry imageCountMoreThan(int count, String... tagPatterns) {
        return new ImageExpiry(List.of(tagPatterns), null, count);
    }
}

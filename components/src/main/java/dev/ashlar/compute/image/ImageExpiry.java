package dev.ashlar.compute.image;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Images that expire earlier than other tagged images of a repository, such as those of pull requests:
 * {@code ImageExpiry.sinceImagePushed(Duration.ofDays(14), "pr-*")}. Has either an age or a count.
 *
 * @param tagPatterns patterns of tags, with {@code *} for any characters, at most four times; an image must have a
 *     tag for each of them
 * @param sinceImagePushed the age at which the images expire, in whole days
 * @param imageCountMoreThan the number of images that are kept, the newest first
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html">Lifecycle
 *     policy properties in Amazon ECR</a>
 */
public record ImageExpiry(
        List<String> tagPatterns,
        @Nullable Duration sinceImagePushed,
        @Nullable Integer imageCountMoreThan) {

    public ImageExpiry {
        tagPatterns = List.copyOf(tagPatterns);
    }

    /** Returns an expiry of images with these tags by age, in whole days. */
    public static ImageExpiry sinceImagePushed(Duration age, String... tagPatterns) {
        return new ImageExpiry(List.of(tagPatterns), age, null);
    }

    /** Returns an expiry of images with these tags by count: the newest are kept. */
    public static ImageExpiry imageCountMoreThan(int count, String... tagPatterns) {
        return new ImageExpiry(List.of(tagPatterns), null, count);
    }
}

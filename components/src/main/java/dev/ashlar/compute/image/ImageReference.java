package dev.ashlar.compute.image;

import dev.ashlar.core.Violations;
import java.util.regex.Pattern;

/**
 * The reference of an image in a repository: a tag or a digest.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ImageIdentifier.html">Amazon ECR API
 *     Reference: ImageIdentifier</a>
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests">OCI
 *     distribution specification: tags</a>
 */
public final class ImageReference {

    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    private ImageReference() {}

    /** Adds a violation unless the text is a tag or a digest. */
    public static void check(String option, String tagOrDigest, Violations violations) {
        violations.expect(
                isTag(tagOrDigest) || isDigest(tagOrDigest),
                option,
                '"' + tagOrDigest + '"',
                "an image is named by a tag of at most 128 letters, digits, dots, hyphens and underscores,"
                        + " or by sha256: and 64 hexadecimal digits",
                "use a tag like 1.10.2");
    }

    /** Adds a violation unless the text is a tag. */
    public static void checkTag(String option, String tag, Violations violations) {
        violations.expect(
                isTag(tag),
                option,
                '"' + tag + '"',
                "a tag has at most 128 letters, digits, dots, hyphens and underscores",
                "use a tag like 1.10.2");
    }

    private static boolean isTag(String text) {
        return TAG.matcher(text).matches();
    }

    private static boolean isDigest(String text) {
        return DIGEST.matcher(text).matches();
    }
}

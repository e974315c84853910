package dev.ashlar.data.bucket;

/**
 * Where S3 keeps an object, from the dearest to keep to the dearest to read; objects move down this list only.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html">
 *     Transitioning objects using Amazon S3 Lifecycle</a>
 */
public enum StorageClass {
    /** At once, in three zones, with a price for each reading; from the 30th day on. */
    STANDARD_IA(30),
    /** S3 moves objects by their use. */
    INTELLIGENT_TIERING(0),
    /** At once, in one zone only, for what can be made again; from the 30th day on. */
    ONEZONE_IA(30),
    /** At once, for what is read once a quarter. */
    GLACIER_IR(0),
    /** Within minutes to hours. */
    GLACIER(0),
    /** Within 12 hours. */
    DEEP_ARCHIVE(0);

    private final int minimumDays;

    StorageClass(int minimumDays) {
        this.minimumDays = minimumDays;
    }

    /** Returns the minimum age of an object, in days, before a rule can move it to this class. */
    public int minimumDays() {
        return minimumDays;
    }
}

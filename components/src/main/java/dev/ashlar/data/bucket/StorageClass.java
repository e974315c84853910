package dev.ashlar.data.bucket;

/**
 * The storage class of an object, from the most expensive storage to the most expensive retrieval. Objects can only
 * move down this list.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html">
 *     Transitioning objects using Amazon S3 Lifecycle</a>
 */
public enum StorageClass {
    /** Immediate access, in three zones, with a price for retrieval; from an age of 30 days. */
    STANDARD_IA(30),
    /** S3 moves objects between access tiers by their use. */
    INTELLIGENT_TIERING(0),
    /** Immediate access, in one zone, for data that can be recreated; from an age of 30 days. */
    ONEZONE_IA(30),
    /** Immediate access, for data that is read once a quarter. */
    GLACIER_IR(0),
    /** Access within minutes to hours. */
    GLACIER(0),
    /** Access within 12 hours. */
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

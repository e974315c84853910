package dev.ashlar.data.table;

/**
 * What a table's stream tells of each change.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_StreamSpecification.html">
 *     StreamSpecification, {@code StreamViewType}</a>
 */
public enum StreamView {
    /** The key of the item that changed. */
    KEYS_ONLY,
    /** The item after the change. */
    NEW_IMAGE,
    /** The item before the change. */
    OLD_IMAGE,
    /** The item before and after the change. */
    NEW_AND_OLD_IMAGES
}

package dev.ashlar.data.table;

/**
 * The content of a table's stream for each change of an item.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_StreamSpecification.html">
 *     StreamSpecification, {@code StreamViewType}</a>
 */
public enum StreamView {
    /** The key of the item. */
    KEYS_ONLY,
    /** The item after the change. */
    NEW_IMAGE,
    /** The item before the change. */
    OLD_IMAGE,
    /** The item before and after the change. */
    NEW_AND_OLD_IMAGES
}

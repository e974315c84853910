package dev.ashlar.data.table;

/**
 * Whether a table is cheaper to use or cheaper to keep.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.TableClasses.html">Table
 *     classes</a>
 */
public enum TableClass {
    /** For tables whose requests cost more than their storage. */
    STANDARD,
    /** For tables that are mostly kept: storage costs 60 percent less, requests cost 25 percent more. */
    STANDARD_INFREQUENT_ACCESS
}

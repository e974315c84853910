package dev.ashlar.data.table;

/**
 * The table class, which sets the prices of requests and storage.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.TableClasses.html">Table
 *     classes</a>
 */
public enum TableClass {
    /** For tables whose requests cost more than their storage. */
    STANDARD,
    /** For tables with few requests: storage costs 60 percent less, requests cost 25 percent more. */
    STANDARD_INFREQUENT_ACCESS
}

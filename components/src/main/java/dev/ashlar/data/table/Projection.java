package dev.ashlar.data.table;

import java.util.List;

/**
 * What an index holds of each item besides its own key and the table's.
 *
 * @param type in the API of DynamoDB
 * @param nonKeyAttributes what is included by name
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Projection.html">Projection</a>
 */
public record Projection(String type, List<String> nonKeyAttributes) {

    /** The whole item: queries never go back to the table, and each item is stored and written once more. */
    public static final Projection ALL = new Projection("ALL", List.of());

    /** Nothing but the keys: the cheapest. */
    public static final Projection KEYS_ONLY = new Projection("KEYS_ONLY", List.of());

    public Projection {
        nonKeyAttributes = List.copyOf(nonKeyAttributes);
    }

    /** The keys and these attributes, 1 to 20. */
    public static Projection include(String... attributes) {
        return new Projection("INCLUDE", List.of(attributes));
    }

    @Override
    public String toString() {
        return nonKeyAttributes.isEmpty() ? type : type + nonKeyAttributes;
    }
}

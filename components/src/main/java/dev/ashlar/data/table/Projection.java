package dev.ashlar.data.table;

import java.util.List;

/**
 * The attributes that an index contains besides its own key and the table's.
 *
 * @param type the type in the DynamoDB API
 * @param nonKeyAttributes the attributes of the type {@code INCLUDE}
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Projection.html">Projection</a>
 */
public record Projection(String type, List<String> nonKeyAttributes) {

    /** All attributes: queries never read the table, and each item is stored and written a second time. */
    public static final Projection ALL = new Projection("ALL", List.of());

    /** Only the keys: the cheapest. */
    public static final Projection KEYS_ONLY = new Projection("KEYS_ONLY", List.of());

    public Projection {
        nonKeyAttributes = List.copyOf(nonKeyAttributes);
    }

    /** Returns a projection of the keys and these attributes, 1 to 20. */
    public static Projection include(String... attributes) {
        return new Projection("INCLUDE", List.of(attributes));
    }

    @Override
    public String toString() {
        return nonKeyAttributes.isEmpty() ? type : type + nonKeyAttributes;
    }
}

package dev.ashlar.data.table;

/** The type of a key attribute of a {@link DynamoTable}. Other attributes have no declared type. */
public enum KeyType {
    STRING("S"),
    NUMBER("N"),
    BINARY("B");

    private final String wireName;

    KeyType(String wireName) {
        this.wireName = wireName;
    }

    /** Returns the type in the DynamoDB API. */
    public String wireName() {
        return wireName;
    }
}

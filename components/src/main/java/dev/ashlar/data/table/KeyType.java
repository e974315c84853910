package dev.ashlar.data.table;

/** The type of a key attribute of a {@link DynamoTable}; attributes that are in no key have no type of their own. */
public enum KeyType {
    STRING("S"),
    NUMBER("N"),
    BINARY("B");

    private final String wireName;

    KeyType(String wireName) {
        this.wireName = wireName;
    }

    /** The type in the API of DynamoDB. */
    public String wireName() {
        return wireName;
    }
}

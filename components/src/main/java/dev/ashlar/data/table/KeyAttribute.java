package dev.ashlar.data.table;

/**
 * An attribute that is part of a key.
 *
 * @param name 1 to 255 characters
 * @param type the same wherever the attribute is part of a key
 */
public record KeyAttribute(String name, KeyType type) {

    @Override
    public String toString() {
        return "%s (%s)".formatted(name, type);
    }
}

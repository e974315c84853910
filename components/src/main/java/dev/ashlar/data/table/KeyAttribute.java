package dev.ashlar.data.table;

/**
 * An attribute that is part of a key.
 *
 * @param name the attribute's name, 1 to 255 characters
 * @param type the attribute's type, the same in every key
 */
public record KeyAttribute(String name, KeyType type) {

    @Override
    public String toString() {
        return "%s (%s)".formatted(name, type);
    }
}

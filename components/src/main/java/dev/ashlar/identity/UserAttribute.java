package dev.ashlar.identity;

/**
 * A custom attribute of users. Cognito cannot change an attribute once it exists.
 *
 * @param type the type of the values
 * @param from the minimum length of a text, or the minimum number
 * @param to the maximum length of a text, or the maximum number
 * @param mutable whether the value of a user can change
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SchemaAttributeType.html">
 *     SchemaAttributeType</a>
 */
public record UserAttribute(Type type, long from, long to, boolean mutable) {

    /** The maximum length of a text attribute. */
    public static final int MAX_LENGTH = 2048;

    /** The type of the values of an attribute. */
    public enum Type {
        STRING("String"),
        NUMBER("Number"),
        DATE_TIME("DateTime"),
        BOOLEAN("Boolean");

        private final String wireName;

        Type(String wireName) {
            this.wireName = wireName;
        }

        /** Returns the value of {@code attributeDataType}. */
        public String wireName() {
            return wireName;
        }
    }

    /** Returns an attribute whose values are texts of a minimum and a maximum length, 0 to 2048. */
    public static UserAttribute text(int minLength, int maxLength) {
        return new UserAttribute(Type.STRING, minLength, maxLength, true);
    }

    /** Returns an attribute whose values are whole numbers between two limits, inclusive. */
    public static UserAttribute number(long minValue, long maxValue) {
        return new UserAttribute(Type.NUMBER, minValue, maxValue, true);
    }

    /** Returns an attribute whose values are points in time. */
    public static UserAttribute dateTime() {
        return new UserAttribute(Type.DATE_TIME, 0, 0, true);
    }

    /** Returns an attribute whose values are true or false. */
    public static UserAttribute bool() {
        return new UserAttribute(Type.BOOLEAN, 0, 0, true);
    }

    /** Returns the same attribute with a value that is set when the user is created and cannot change. */
    public UserAttribute immutable() {
        return new UserAttribute(type, from, to, false);
    }
}

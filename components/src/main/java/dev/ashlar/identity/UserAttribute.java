package dev.ashlar.identity;

/**
 * A custom attribute of users. What it is can never be changed once it exists.
 *
 * @param type what its values are
 * @param from the least length of a text, or the least number
 * @param to the greatest length of a text, or the greatest number
 * @param mutable whether a user's value may change
 * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SchemaAttributeType.html">
 *     SchemaAttributeType</a>
 */
public record UserAttribute(Type type, long from, long to, boolean mutable) {

    /** The longest text that Cognito keeps. */
    public static final int MAX_LENGTH = 2048;

    /** What the values of an attribute are. */
    public enum Type {
        STRING("String"),
        NUMBER("Number"),
        DATE_TIME("DateTime"),
        BOOLEAN("Boolean");

        private final String wireName;

        Type(String wireName) {
            this.wireName = wireName;
        }

        /** The value of {@code attributeDataType}. */
        public String wireName() {
            return wireName;
        }
    }

    /** A text of a least and a greatest length, 0 to 2048. */
    public static UserAttribute text(int minLength, int maxLength) {
        return new UserAttribute(Type.STRING, minLength, maxLength, true);
    }

    /** A whole number between two others, these included. */
    public static UserAttribute number(long minValue, long maxValue) {
        return new UserAttribute(Type.NUMBER, minValue, maxValue, true);
    }

    /** A point in time. */
    public static UserAttribute dateTime() {
        return new UserAttribute(Type.DATE_TIME, 0, 0, true);
    }

    /** True or false. */
    public static UserAttribute bool() {
        return new UserAttribute(Type.BOOLEAN, 0, 0, true);
    }

    /** The same attribute, whose value is decided when a user is created. */
    public UserAttribute immutable() {
        return new UserAttribute(type, from, to, false);
    }
}

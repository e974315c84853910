package dev.ashlar.preflight.sandbox.model;

/** The kind of value a property takes. */
public sealed interface Shape {

    /** How a user calls it in "expected …". */
    String words();

    record Text() implements Shape {
        @Override
        public String words() {
            return "a string";
        }
    }

    record Flag() implements Shape {
        @Override
        public String words() {
            return "true or false";
        }
    }

    record Whole() implements Shape {
        @Override
        public String words() {
            return "a whole number";
        }
    }

    record Decimal() implements Shape {
        @Override
        public String words() {
            return "a number";
        }
    }

    record ListOf(Shape item) implements Shape {
        @Override
        public String words() {
            return "a list";
        }
    }

    record MapOf(Shape item) implements Shape {
        @Override
        public String words() {
            return "a map";
        }
    }

    /** An object with the properties of a class of the SDK; they are read when first asked for, since types may nest in themselves. */
    record ObjectOf(Class<?> type) implements Shape {
        @Override
        public String words() {
            return "an object";
        }
    }

    record Either(Shape first, Shape second) implements Shape {
        @Override
        public String words() {
            return first.words() + " or " + second.words();
        }
    }

    /** What the SDK does not say more about: assets and archives. */
    record Anything() implements Shape {
        @Override
        public String words() {
            return "a value";
        }
    }
}

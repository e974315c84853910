package dev.ashlar.preflight.sandbox.model;

/** The kind of a property's value. */
public sealed interface Shape {

    /** Returns the name of the kind, as in "expected …". */
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

    /** An object with the properties of a class of the SDK. They are read when first needed, since types may contain themselves. */
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

    /** A value that the SDK does not describe further: assets and archives. */
    record Anything() implements Shape {
        @Override
        public String words() {
            return "a value";
        }
    }
}

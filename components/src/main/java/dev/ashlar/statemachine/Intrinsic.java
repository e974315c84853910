package dev.ashlar.statemachine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A call of an intrinsic function. Arguments are expressions, strings, numbers, booleans and null; a string is a
 * literal, so a path is given as a {@link JsonPath}.
 *
 * @param function the name of the function, such as {@code States.ArrayLength}
 * @param arguments the arguments, in order
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html">Intrinsic functions for
 *     JSONPath states</a>
 */
public record Intrinsic(String function, List<@Nullable Object> arguments) implements Expression {

    public Intrinsic {
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    }

    /** Returns a call of a function that this class has no method for. */
    public static Intrinsic of(String function, @Nullable Object... arguments) {
        return new Intrinsic(function, Arrays.asList(arguments));
    }

    /**
     * Returns a text with each <code>{}</code> replaced by an argument. A literal brace is written after a backslash.
     */
    public static Intrinsic format(String template, Object... arguments) {
        var all = new ArrayList<@Nullable Object>();
        all.add(template);
        all.addAll(Arrays.asList(arguments));
        return new Intrinsic("States.Format", all);
    }

    /** Returns an array of the arguments. */
    public static Intrinsic array(@Nullable Object... items) {
        return of("States.Array", items);
    }

    /** Returns whether an array contains a value. */
    public static Intrinsic arrayContains(Expression array, Object value) {
        return of("States.ArrayContains", array, value);
    }

    /** Returns the item of an array at an index, which starts at 0. */
    public static Intrinsic arrayGetItem(Expression array, Object index) {
        return of("States.ArrayGetItem", array, index);
    }

    /** Returns the number of items of an array. */
    public static Intrinsic arrayLength(Expression array) {
        return of("States.ArrayLength", array);
    }

    /** Returns the sum of two integers. There is no other arithmetic in the JSONPath dialect. */
    public static Intrinsic mathAdd(Object first, Object second) {
        return of("States.MathAdd", first, second);
    }

    /** Returns a value as JSON text. */
    public static Intrinsic jsonToString(Expression value) {
        return of("States.JsonToString", value);
    }

    /** Returns the value that a JSON text contains. */
    public static Intrinsic stringToJson(Expression text) {
        return of("States.StringToJson", text);
    }

    /** Returns an object with the fields of two objects; those of the second win. */
    public static Intrinsic jsonMerge(Expression first, Expression second) {
        return of("States.JsonMerge", first, second, false);
    }

    /** Returns a random UUID of version 4. */
    public static Intrinsic uuid() {
        return of("States.UUID");
    }

    @Override
    public String text() {
        return arguments.stream().map(this::argument).collect(Collectors.joining(", ", function + "(", ")"));
    }

    private String argument(@Nullable Object argument) {
        if (argument instanceof Expression expression) {
            return expression.text();
        }
        return argument instanceof CharSequence literal ? quoted(literal.toString()) : String.valueOf(argument);
    }

    // The template of States.Format uses the backslash for literal braces.
    private String quoted(String literal) {
        var backslashes = function.equals("States.Format") ? literal : literal.replace("\\", "\\\\");
        return "'" + backslashes.replace("'", "\\'") + "'";
    }

    @Override
    public String toString() {
        return text();
    }
}

package dev.ashlar.preflight.sandbox.constraint;

import dev.ashlar.preflight.sandbox.value.Values;
import java.util.Map;

/** A range of numbers, both ends included, optionally in steps from its start. */
record Range(double from, double to, double step) {

    /** Reads a range from the keys of its ends, of which one may be missing. */
    static Range read(Map<String, Object> json, String from, String to) {
        return new Range(
                (Double) json.getOrDefault(from, Double.NEGATIVE_INFINITY),
                (Double) json.getOrDefault(to, Double.POSITIVE_INFINITY),
                0);
    }

    /** Reads a range with the key {@code step}. */
    static Range readSteps(Map<String, Object> json, String from, String to) {
        var range = read(json, from, to);
        return new Range(range.from, range.to, (Double) json.getOrDefault("step", 0.0));
    }

    boolean contains(double number) {
        return number >= from && number <= to && (step == 0 || (number - from) % step == 0);
    }

    @Override
    public String toString() {
        var steps = step == 0 ? "" : " in steps of " + Values.number(step);
        if (from == to) {
            return Values.number(from);
        }
        if (Double.isInfinite(from)) {
            return "at most " + Values.number(to) + steps;
        }
        return Double.isInfinite(to)
                ? "at least " + Values.number(from) + steps
                : "from " + Values.number(from) + " to " + Values.number(to) + steps;
    }
}

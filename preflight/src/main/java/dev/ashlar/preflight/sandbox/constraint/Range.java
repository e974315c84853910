package dev.ashlar.preflight.sandbox.constraint;

import dev.ashlar.preflight.sandbox.value.Values;
import java.util.Map;

/** The numbers that are allowed: from a least to a greatest, both included, in steps. */
public record Range(double from, double to, double step) {

    static Range read(Map<String, Object> json, String from, String to) {
        return new Range(
                (Double) json.getOrDefault(from, Double.NEGATIVE_INFINITY),
                (Double) json.getOrDefault(to, Double.POSITIVE_INFINITY),
                (Double) json.getOrDefault("step", 0.0));
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

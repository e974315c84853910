package dev.ashlar.preflight.sandbox.spec;

import java.util.List;
import java.util.stream.Stream;

/** A version as AWS writes it, such as {@code 7.1}, or {@code 6.x} for the latest minor version. */
public record Version(List<Integer> numbers) implements Comparable<Version> {

    /** Reads a version. A part that is not a number counts as the latest. */
    static Version parse(String text) {
        return new Version(Stream.of(text.split("\\.", -1))
                .map(part -> part.matches("\\d{1,9}") ? Integer.valueOf(part) : Integer.MAX_VALUE)
                .toList());
    }

    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int order = Integer.compare(number(i), other.number(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private int number(int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }
}

package dev.ashlar.graph.internal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Several faults as one message. */
public final class FaultList {

    private FaultList() {}

    /** Returns a single fault unchanged, and several as a numbered list. */
    public static String message(List<String> faults) {
        if (faults.size() == 1) {
            return faults.get(0);
        }
        return IntStream.range(0, faults.size())
                .mapToObj(i -> "  %d. %s".formatted(i + 1, faults.get(i)))
                .collect(Collectors.joining("\n", "%d faults:\n".formatted(faults.size()), ""));
    }
}

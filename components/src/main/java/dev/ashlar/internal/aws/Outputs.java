package dev.ashlar.internal.aws;

import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Outputs of collections. */
public final class Outputs {

    private Outputs() {}

    /** Returns a map of outputs as an output of a map, sorted by key. */
    public static <T> Output<SortedMap<String, T>> map(Map<String, Output<T>> values) {
        var keys = new ArrayList<>(values.keySet());
        return Output.all(keys.stream().map(values::get).toList()).applyValue(resolved -> {
            SortedMap<String, T> all = new TreeMap<>();
            for (int i = 0; i < keys.size(); i++) {
                all.put(keys.get(i), resolved.get(i));
            }
            return all;
        });
    }
}

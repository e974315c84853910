package dev.ashlar.preflight.sandbox.value;

import java.util.Collection;
import java.util.Locale;

/** Suggests the valid name that is nearest to an unknown one. */
public final class Suggestion {

    private Suggestion() {}

    /** Returns {@code ; did you mean "cidrBlock"?}, or lists the valid names if none is near. */
    public static String of(String wrong, Collection<String> right) {
        var nearest = right.stream().min((a, b) -> Integer.compare(distance(wrong, a), distance(wrong, b)));
        if (nearest.isPresent() && isNear(wrong, nearest.get())) {
            return "; did you mean \"" + nearest.get() + "\"?";
        }
        return "; valid names are " + String.join(", ", right.stream().sorted().toList());
    }

    private static boolean isNear(String wrong, String right) {
        return distance(wrong, right) <= Math.max(2, wrong.length() / 3) || right.startsWith(wrong);
    }

    /** Returns the number of letters to insert, delete or change (Levenshtein), ignoring case. */
    static int distance(String first, String second) {
        var a = first.toLowerCase(Locale.ROOT);
        var b = second.toLowerCase(Locale.ROOT);
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}

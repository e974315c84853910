package dev.ashlar.statemachine.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSONPath taken apart.
 *
 * @param context whether the path begins at the context object
 * @param steps the steps behind the first dollar signs
 * @param unread the rest that is not a step; empty if the syntax is valid
 */
record PathSyntax(boolean context, List<Step> steps, String unread) {

    /** A step of a path. */
    enum Step {
        FIELD("\\.[^\\s.\\[\\](){}'\",*?@:$]+|\\['[^']+'\\]|\\[\"[^\"]+\"\\]"),
        INDEX("\\[-?\\d+\\]"),
        WILDCARD("\\.\\*|\\[\\*\\]"),
        DESCENT("\\.(?=\\.[^.])"),
        SLICE("\\[(-?\\d+)?:(-?\\d+)?(:\\d+)?\\]"),
        UNION("\\[(-?\\d+|'[^']+'|\"[^\"]+\")(\\s*,\\s*(-?\\d+|'[^']+'|\"[^\"]+\"))+\\]"),
        FILTER("\\[\\?\\(.+?\\)\\]");

        private final Pattern form;

        Step(String form) {
            this.form = Pattern.compile(form);
        }

        /** Whether the step selects exactly one value. */
        boolean isSingle() {
            return this == FIELD || this == INDEX;
        }
    }

    static PathSyntax of(String text) {
        if (!text.startsWith("$")) {
            return new PathSyntax(false, List.of(), text.isEmpty() ? "an empty text" : text);
        }
        var context = text.startsWith("$$");
        var steps = new ArrayList<Step>();
        int at = context ? 2 : 1;
        while (at < text.length()) {
            var step = stepAt(text, at, steps);
            if (step < 0) {
                return new PathSyntax(context, steps, text.substring(at));
            }
            at = step;
        }
        return new PathSyntax(context, steps, "");
    }

    private static int stepAt(String text, int at, List<Step> steps) {
        for (var step : Step.values()) {
            var matcher = step.form.matcher(text).region(at, text.length());
            if (matcher.lookingAt()) {
                steps.add(step);
                return matcher.end();
            }
        }
        return -1;
    }

    boolean isValid() {
        return unread.isEmpty();
    }

    /** Returns whether the path selects exactly one value: a reference path. */
    boolean isReference() {
        return steps.stream().allMatch(Step::isSingle);
    }

    /** Returns the reason why emulators do not evaluate the path as AWS does; null if they do. */
    @Nullable
    String notPortable() {
        if (steps.contains(Step.FILTER)) {
            return "a filter fails on emulators when it selects nothing";
        }
        int index = steps.indexOf(Step.INDEX);
        return index >= 0 && index < steps.size() - 1
                ? "emulators return a list for a path that goes on behind an index"
                : null;
    }
}

package dev.ashlar.core;

/**
 * A violation of a rule by a caller's option.
 *
 * @param subject the component and its name, such as {@code Vpc "main"}, or a stack file
 * @param option the option, as the caller typed it
 * @param got the given value; {@code missing} if there is none
 * @param rule the rule and its reason, as the rest of a sentence after "but"
 * @param fix the fix, as an instruction
 */
public record Violation(String subject, String option, String got, String rule, String fix) {

    /** Returns the violation as one sentence. */
    public String message() {
        return "%s: %s is %s, but %s; %s.".formatted(subject, option, got, rule, fix);
    }

    @Override
    public String toString() {
        return message();
    }
}

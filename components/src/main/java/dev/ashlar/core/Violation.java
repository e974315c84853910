package dev.ashlar.core;

/**
 * One fault in what a caller asked for, in the caller's words.
 *
 * @param subject what carries the fault: a component and its name such as {@code Vpc "main"}, or a stack file
 * @param option the option, named as the caller wrote it
 * @param got what was given; {@code missing} when nothing was
 * @param rule what is allowed and why, as the rest of a sentence after "but"
 * @param fix what to do, as an instruction
 */
public record Violation(String subject, String option, String got, String rule, String fix) {

    /** The fault as one sentence. */
    public String message() {
        return "%s: %s is %s, but %s; %s.".formatted(subject, option, got, rule, fix);
    }

    @Override
    public String toString() {
        return message();
    }
}

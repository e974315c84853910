package dev.ashlar.core;

import dev.ashlar.graph.internal.FaultList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects all violations of one subject, so that they are reported together.
 *
 * <pre>{@code
 * var violations = Violations.of("Vpc", name);
 * violations.require("cidrBlock", args.cidrBlock(), "a network needs an address block", "set one, such as 10.20.0.0/16");
 * violations.orThrow();
 * }</pre>
 */
public final class Violations {

    private final String subject;
    private final List<Violation> all = new ArrayList<>();

    private Violations(String subject) {
        this.subject = subject;
    }

    /** Returns an empty collection for a component, by its type as the caller types it and its name. */
    public static Violations of(String component, String name) {
        return new Violations("%s \"%s\"".formatted(component, name));
    }

    /** Returns an empty collection for another subject with options, such as a stack file. */
    public static Violations of(String subject) {
        return new Violations(subject);
    }

    /** Returns the subject as messages name it: {@code Vpc "main"}. */
    public String subject() {
        return subject;
    }

    /** Adds a violation: the given value, the rule (read after "but") and the fix. */
    public Violations add(String option, @Nullable Object got, String rule, String fix) {
        all.add(new Violation(subject, option, got == null ? "missing" : String.valueOf(got), rule, fix));
        return this;
    }

    /** Adds a violation unless the condition holds. */
    public Violations expect(boolean condition, String option, @Nullable Object got, String rule, String fix) {
        return condition ? this : add(option, got, rule, fix);
    }

    /** Adds a violation if a required option is absent. Returns whether it is present. */
    public boolean require(String option, @Nullable Object value, String rule, String fix) {
        if (value == null) {
            add(option, null, rule, fix);
        }
        return value != null;
    }

    /** Adds the violations of another subject after those of this one. */
    public Violations addAll(Violations others) {
        all.addAll(others.all);
        return this;
    }

    /** Returns all violations, in the order in which they were found. */
    public List<Violation> all() {
        return List.copyOf(all);
    }

    /** Returns all violations as sentences, in the order in which they were found. */
    List<String> messages() {
        return all.stream().map(Violation::message).toList();
    }

    /** Returns whether there are no violations. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Returns all violations as one message: a sentence for a single one, a numbered list for more. */
    public String message() {
        return FaultList.message(messages());
    }

    /**
     * Throws an exception if there are violations.
     *
     * @throws InvalidArgsException if there are violations; the message contains all of them
     */
    public void orThrow() {
        if (!all.isEmpty()) {
            throw new InvalidArgsException(this);
        }
    }

    @Override
    public String toString() {
        return all.isEmpty() ? "no faults" : message();
    }
}

package dev.ashlar.core;

import dev.ashlar.graph.internal.FaultList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects every fault of one subject, so that a caller sees all of them at once and not one for each run.
 *
 * <pre>{@code
 * var violations = Violations.of("Vpc", name);
 * violations.require("cidrBlock", args.cidrBlock(), "every network needs an address block", "give one, such as 10.20.0.0/16");
 * violations.orThrow();
 * }</pre>
 */
public final class Violations {

    private final String subject;
    private final List<Violation> all = new ArrayList<>();

    private Violations(String subject) {
        this.subject = subject;
    }

    /** An empty collection for a component: its type as the caller writes it, and its name. */
    public static Violations of(String component, String name) {
        return new Violations("%s \"%s\"".formatted(component, name));
    }

    /** An empty collection for anything else that carries options, such as a stack file. */
    public static Violations of(String subject) {
        return new Violations(subject);
    }

    /** Whose faults these are, as messages name it: {@code Vpc "main"}. */
    public String subject() {
        return subject;
    }

    /** Adds a fault: what was given, the rule it breaks (read after "but") and the fix. */
    public Violations add(String option, @Nullable Object got, String rule, String fix) {
        all.add(new Violation(subject, option, got == null ? "missing" : String.valueOf(got), rule, fix));
        return this;
    }

    /** Adds a fault unless the condition holds. */
    public Violations expect(boolean condition, String option, @Nullable Object got, String rule, String fix) {
        return condition ? this : add(option, got, rule, fix);
    }

    /** Adds a fault if a required option was not given; true when it was. */
    public boolean require(String option, @Nullable Object value, String rule, String fix) {
        if (value == null) {
            add(option, null, rule, fix);
        }
        return value != null;
    }

    /** Adds the faults of other subjects behind those of this one. */
    public Violations addAll(Violations others) {
        all.addAll(others.all);
        return this;
    }

    /** All faults, in the order in which they were found. */
    public List<Violation> all() {
        return List.copyOf(all);
    }

    /** All faults as sentences, in the order in which they were found. */
    List<String> messages() {
        return all.stream().map(Violation::message).toList();
    }

    /** Whether nothing is wrong. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** All faults as one message: a sentence for a single one, a numbered list for more. */
    public String message() {
        return FaultList.message(messages());
    }

    /**
     * Does nothing when there is no fault.
     *
     * @throws InvalidArgsException with all faults in one message
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

package dev.ashlar.preflight.sandbox.constraint;

import dev.ashlar.preflight.sandbox.value.Violation;
import java.util.List;
import java.util.Map;

/** A requirement on the properties of one object. */
public interface Constraint {

    /** Returns the violations of an object, with paths relative to it. */
    List<Violation> violations(Map<String, Object> object);

    /** Returns the properties that the constraint names, so that a test can look them up in the SDK. */
    List<String> properties();
}

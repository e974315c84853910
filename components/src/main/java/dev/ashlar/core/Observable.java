package dev.ashlar.core;

import java.util.List;

/** A component that can be watched. */
public interface Observable {

    /** Everything by which this component can be observed, in a stable order. */
    List<Signal> signals();
}

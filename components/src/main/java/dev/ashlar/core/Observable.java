package dev.ashlar.core;

import java.util.List;

/** A component that publishes signals. */
public interface Observable {

    /** Returns all signals of the component, in a stable order. */
    List<Signal> signals();
}

package dev.ashlar.graph;

import java.util.List;

/** An exception with several faults. A planned program reports each of them together with those of all components. */
public interface Rejection {

    /** Returns the faults, each a sentence for the user. */
    List<String> faults();
}

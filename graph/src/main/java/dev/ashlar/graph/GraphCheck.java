package dev.ashlar.graph;

import java.util.List;

/**
 * Checks what a program would register, before it registers anything. Implementations are found by
 * {@link java.util.ServiceLoader}; a jar on the class path is enough to add one. They run only when no component has a fault.
 */
public interface GraphCheck {

    /**
     * Returns the objections to a program; empty when there are none.
     *
     * @param planned the resources of the program as a first preview knows them: what AWS decides is
     *     {@link PropertyValues#UNKNOWN} or missing
     */
    List<Finding> check(ResourceGraph planned);
}

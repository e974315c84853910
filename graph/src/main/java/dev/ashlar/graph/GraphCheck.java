package dev.ashlar.graph;

import java.util.List;

/**
 * Checks the resources of a program before the program registers any. {@link java.util.ServiceLoader} finds the
 * implementations, so a jar on the class path is enough to add one. They run only if no component has a fault.
 */
public interface GraphCheck {

    /**
     * Returns the objections to a program; empty when there are none.
     *
     * @param planned the resources of the program as a first preview knows them: values that AWS decides are
     *     {@link PropertyValues#UNKNOWN} or missing
     */
    List<Finding> check(ResourceGraph planned);
}

/** The resources of a stack as one model, whatever their source. */
@NullMarked
package dev.ashlar.graph;

import org.jspecify.annotations.NullMarked;

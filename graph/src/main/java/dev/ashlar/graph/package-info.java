/** The resources of a stack as one model, read equally from every source that knows them. */
@NullMarked
package dev.ashlar.graph;

import org.jspecify.annotations.NullMarked;

/** Records the resources that a program registers. Not for users of the library. */
@NullMarked
package dev.ashlar.graph.internal;

import org.jspecify.annotations.NullMarked;

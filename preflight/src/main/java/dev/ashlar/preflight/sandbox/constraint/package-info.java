/** The constraints that AWS puts on the inputs of a resource. */
@NullMarked
package dev.ashlar.preflight.sandbox.constraint;

import org.jspecify.annotations.NullMarked;

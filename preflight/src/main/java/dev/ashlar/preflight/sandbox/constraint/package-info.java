/** Checks the inputs of a resource against the constraints of AWS. */
@NullMarked
package dev.ashlar.preflight.sandbox.constraint;

import org.jspecify.annotations.NullMarked;

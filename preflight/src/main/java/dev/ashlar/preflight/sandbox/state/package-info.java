/** Computes the outputs of resources in a region and an account of the sandbox. */
@NullMarked
package dev.ashlar.preflight.sandbox.state;

import org.jspecify.annotations.NullMarked;

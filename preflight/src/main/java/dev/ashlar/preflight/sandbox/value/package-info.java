/** Values of properties, in the form the engine sends and as plain Java values, and paths into them. */
@NullMarked
package dev.ashlar.preflight.sandbox.value;

import org.jspecify.annotations.NullMarked;

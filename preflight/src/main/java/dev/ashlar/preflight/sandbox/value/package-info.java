/** Property values, as the engine sends them and as plain Java values, and paths into them. */
@NullMarked
package dev.ashlar.preflight.sandbox.value;

import org.jspecify.annotations.NullMarked;

/** Implements the calls of Pulumi's provider protocol. */
@NullMarked
package dev.ashlar.preflight.sandbox.protocol;

import org.jspecify.annotations.NullMarked;

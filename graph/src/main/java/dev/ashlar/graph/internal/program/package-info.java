/**
 * Runs a stack program: first in memory, where it is planned, then against the engine. Apart from the test kit, only
 * this package uses the internals of Pulumi's SDK. {@link dev.ashlar.graph.internal.program.PlannedProgram} is its
 * entry point. Not for users of the library.
 */
@NullMarked
package dev.ashlar.graph.internal.program;

import org.jspecify.annotations.NullMarked;

/**
 * Runs a stack program: first in memory, where it is planned, then against the engine. This is the one place that builds on
 * the internals of Pulumi's SDK; {@link dev.ashlar.graph.internal.program.PlannedProgram} is its entry. Not for users of the
 * library.
 */
@NullMarked
package dev.ashlar.graph.internal.program;

import org.jspecify.annotations.NullMarked;

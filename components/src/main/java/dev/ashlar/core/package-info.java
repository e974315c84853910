/**
 * The values that all components share: how a component is used ({@link dev.ashlar.core.Binding}), observed
 * ({@link dev.ashlar.core.Signal}) and checked ({@link dev.ashlar.core.Violations}), and how safe or cheap an
 * environment is ({@link dev.ashlar.core.Profile}). {@link dev.ashlar.core.Ashlar#run} runs a program.
 */
@NullMarked
package dev.ashlar.core;

import org.jspecify.annotations.NullMarked;

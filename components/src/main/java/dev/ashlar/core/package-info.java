/**
 * What every component shares: how a value is wired to its user ({@link dev.ashlar.core.Binding}), observed
 * ({@link dev.ashlar.core.Signal}), named, tagged and checked, and how safe or cheap an environment is
 * ({@link dev.ashlar.core.Profile}). No component lives here.
 */
@NullMarked
package dev.ashlar.core;

import org.jspecify.annotations.NullMarked;

/**
 * The sandbox: a provider that the Pulumi engine starts in place of the AWS provider, and that never calls AWS.
 *
 * <p>{@link dev.ashlar.preflight.sandbox.SandboxProvider} implements the protocol. Names and kinds of properties are
 * read from the generated SDK ({@link dev.ashlar.preflight.sandbox.model.PropertyModel}). What AWS allows, what a change
 * replaces, how resources are named and what AWS returns is read from tables
 * ({@link dev.ashlar.preflight.sandbox.spec.ResourceSpecs}). Only the engine keeps state.
 *
 * <p>The packages inside this one are for the sandbox and the test kit only.
 */
@NullMarked
package dev.ashlar.preflight.sandbox;

import org.jspecify.annotations.NullMarked;

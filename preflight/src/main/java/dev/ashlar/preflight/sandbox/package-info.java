/**
 * The sandbox: a provider that the real Pulumi engine starts in place of the AWS provider, and that never calls AWS.
 *
 * <p>{@link dev.ashlar.preflight.sandbox.SandboxProvider} speaks the protocol. What it knows comes from two places: the
 * names and kinds of all properties are read from the generated SDK
 * ({@link dev.ashlar.preflight.sandbox.model.PropertyModel}); what AWS allows, what a change replaces, how things are named and
 * what AWS answers stands in data files ({@link dev.ashlar.preflight.sandbox.spec.ResourceSpecs}). State is kept by the engine alone.
 */
@NullMarked
package dev.ashlar.preflight.sandbox;

import org.jspecify.annotations.NullMarked;

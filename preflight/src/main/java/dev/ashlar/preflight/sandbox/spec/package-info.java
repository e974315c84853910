/** Reads what the SDK does not contain about resource types and functions, from {@code tables/*.json}. */
@NullMarked
package dev.ashlar.preflight.sandbox.spec;

import org.jspecify.annotations.NullMarked;

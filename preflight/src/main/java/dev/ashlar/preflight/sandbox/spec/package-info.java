/** What the sandbox knows of each resource type beyond the SDK, read from {@code tables/*.json}. */
@NullMarked
package dev.ashlar.preflight.sandbox.spec;

import org.jspecify.annotations.NullMarked;

/**
 * The reference platform: one program for every environment. {@link dev.ashlar.platform.App} starts it,
 * {@link dev.ashlar.platform.Settings} is what an environment's stack file says, and {@link dev.ashlar.platform.Platform}
 * assembles the components.
 */
@NullMarked
package dev.ashlar.platform;

import org.jspecify.annotations.NullMarked;

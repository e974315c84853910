/**
 * The reference platform: one program for every environment. {@link dev.ashlar.platform.App} starts it,
 * {@link dev.ashlar.platform.Settings} holds the settings of an environment's stack file, and
 * {@link dev.ashlar.platform.Platform} creates the components.
 */
@NullMarked
package dev.ashlar.platform;

import org.jspecify.annotations.NullMarked;

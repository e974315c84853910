/** The options of a task's containers, and presets for the containers beside the application's. */
@NullMarked
package dev.ashlar.compute.container;

import org.jspecify.annotations.NullMarked;

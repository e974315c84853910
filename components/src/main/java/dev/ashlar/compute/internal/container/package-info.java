/** One container of a task definition: its check, its definition and the containers that presets add. */
@NullMarked
package dev.ashlar.compute.internal.container;

import org.jspecify.annotations.NullMarked;

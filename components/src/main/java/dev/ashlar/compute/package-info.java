/** Containers: the cluster they run on, and the services and tasks that run them. */
@NullMarked
package dev.ashlar.compute;

import org.jspecify.annotations.NullMarked;

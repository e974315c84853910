/** Containers: the cluster they run on, the services that run them, and the repositories their images come from. */
@NullMarked
package dev.ashlar.compute;

import org.jspecify.annotations.NullMarked;

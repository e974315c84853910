/** Valkey and Redis caches, and the bindings of services that use them. */
@NullMarked
package dev.ashlar.data.cache;

import org.jspecify.annotations.NullMarked;

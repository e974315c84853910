/** Valkey and Redis caches, with the bindings by which services use them. */
@NullMarked
package dev.ashlar.data.cache;

import org.jspecify.annotations.NullMarked;

/** Plans, checks and resources of caches. Not part of the API: it changes without notice. */
@NullMarked
package dev.ashlar.data.cache.internal;

import org.jspecify.annotations.NullMarked;

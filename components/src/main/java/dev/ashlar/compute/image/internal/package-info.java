/** How image repositories are checked and created. Not part of the API: it changes without notice. */
@NullMarked
package dev.ashlar.compute.image.internal;

import org.jspecify.annotations.NullMarked;

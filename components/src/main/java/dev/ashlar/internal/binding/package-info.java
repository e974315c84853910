/** How bindings are planned, granted and exported. Not part of the API: it changes without notice. */
@NullMarked
package dev.ashlar.internal.binding;

import org.jspecify.annotations.NullMarked;

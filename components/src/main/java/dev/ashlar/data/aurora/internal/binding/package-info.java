/** The bindings of databases. Not part of the API: it changes without notice. */
@NullMarked
package dev.ashlar.data.aurora.internal.binding;

import org.jspecify.annotations.NullMarked;

/** The instances of an Aurora cluster and their number. Not part of the API: it changes without notice. */
@NullMarked
package dev.ashlar.data.aurora.internal.instance;

import org.jspecify.annotations.NullMarked;

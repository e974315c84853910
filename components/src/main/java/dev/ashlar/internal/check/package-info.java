/** Checks that several families share. Not part of the API: it changes without notice. */
@NullMarked
package dev.ashlar.internal.check;

import org.jspecify.annotations.NullMarked;

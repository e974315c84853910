/** What the stores of data share. Not part of the API: it changes without notice. */
@NullMarked
package dev.ashlar.data.internal;

import org.jspecify.annotations.NullMarked;

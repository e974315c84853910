/** What the stores of data have in common: how they are protected, backed up and maintained. */
@NullMarked
package dev.ashlar.data;

import org.jspecify.annotations.NullMarked;

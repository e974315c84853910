/** Plans, checks and resources of tables. Not part of the API: it changes without notice. */
@NullMarked
package dev.ashlar.data.table.internal;

import org.jspecify.annotations.NullMarked;

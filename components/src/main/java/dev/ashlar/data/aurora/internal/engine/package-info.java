/** Aurora's engines and their versions. Not part of the API: it changes without notice. */
@NullMarked
package dev.ashlar.data.aurora.internal.engine;

import org.jspecify.annotations.NullMarked;

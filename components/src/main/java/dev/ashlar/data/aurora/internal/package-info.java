/** The plan, the check and the parts of an Aurora cluster. Not part of the API: it changes without notice. */
@NullMarked
package dev.ashlar.data.aurora.internal;

import org.jspecify.annotations.NullMarked;

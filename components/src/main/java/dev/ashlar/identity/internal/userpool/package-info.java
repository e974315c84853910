/** How user pools are checked and created. Not part of the API: it changes without notice. */
@NullMarked
package dev.ashlar.identity.internal.userpool;

import org.jspecify.annotations.NullMarked;

/** Who may do what: policy documents and the roles that carry them. */
@NullMarked
package dev.ashlar.identity;

import org.jspecify.annotations.NullMarked;

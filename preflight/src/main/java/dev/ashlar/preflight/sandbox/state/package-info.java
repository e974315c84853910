/** The outputs that AWS would return, computed for a region and an account that do not exist. */
@NullMarked
package dev.ashlar.preflight.sandbox.state;

import org.jspecify.annotations.NullMarked;

/** Tasks that run to completion: the request that starts them, their schedule and their failures. */
@NullMarked
package dev.ashlar.compute.internal.run;

import org.jspecify.annotations.NullMarked;

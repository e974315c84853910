/** The repositories that images of containers come from, and which images they keep. */
@NullMarked
package dev.ashlar.compute.image;

import org.jspecify.annotations.NullMarked;

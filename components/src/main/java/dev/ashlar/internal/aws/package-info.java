/** Facts and resources of AWS that several families share. Not part of the API: it changes without notice. */
@NullMarked
package dev.ashlar.internal.aws;

import org.jspecify.annotations.NullMarked;

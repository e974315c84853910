/** What components are built with. Not for users of the library. */
@NullMarked
package dev.ashlar.internal.component;

import org.jspecify.annotations.NullMarked;

/** Aurora clusters, and databases that exist already, with the bindings by which services use them. */
@NullMarked
package dev.ashlar.data.aurora;

import org.jspecify.annotations.NullMarked;

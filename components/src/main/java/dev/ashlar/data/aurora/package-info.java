/** Aurora clusters, and databases that exist already, with the bindings that services use. */
@NullMarked
package dev.ashlar.data.aurora;

import org.jspecify.annotations.NullMarked;

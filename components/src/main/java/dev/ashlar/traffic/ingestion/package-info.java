/** HTTP APIs in front of functions. */
@NullMarked
package dev.ashlar.traffic.ingestion;

import org.jspecify.annotations.NullMarked;

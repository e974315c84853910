/** The checks, the plan and the resources of an ingestion API. */
@NullMarked
package dev.ashlar.traffic.ingestion.internal;

import org.jspecify.annotations.NullMarked;

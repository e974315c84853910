/**
 * How requests come in: load balancers and the routes they hand out to services, and HTTP APIs in front of functions.
 */
@NullMarked
package dev.ashlar.traffic;

import org.jspecify.annotations.NullMarked;

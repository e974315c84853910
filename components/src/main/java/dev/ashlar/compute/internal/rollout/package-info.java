/** What follows from a deployment of a service: its verification, and redeployments. */
@NullMarked
package dev.ashlar.compute.internal.rollout;

import org.jspecify.annotations.NullMarked;

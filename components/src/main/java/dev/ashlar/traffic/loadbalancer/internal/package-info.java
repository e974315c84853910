/** The checks, the plan and the resources of a load balancer. */
@NullMarked
package dev.ashlar.traffic.loadbalancer.internal;

import org.jspecify.annotations.NullMarked;

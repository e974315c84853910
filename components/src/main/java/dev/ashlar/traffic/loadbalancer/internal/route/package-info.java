/** The routes of a load balancer: their priorities, their checks and their listener rules. */
@NullMarked
package dev.ashlar.traffic.loadbalancer.internal.route;

import org.jspecify.annotations.NullMarked;

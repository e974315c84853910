/** Application Load Balancers and their routes to services. */
@NullMarked
package dev.ashlar.traffic.loadbalancer;

import org.jspecify.annotations.NullMarked;

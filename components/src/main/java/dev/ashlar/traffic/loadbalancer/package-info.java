/** Application Load Balancers and the routes that they hand out to services. */
@NullMarked
package dev.ashlar.traffic.loadbalancer;

import org.jspecify.annotations.NullMarked;

/** Web firewalls (AWS WAF) for load balancers, APIs and user pools. */
@NullMarked
package dev.ashlar.traffic.firewall;

import org.jspecify.annotations.NullMarked;

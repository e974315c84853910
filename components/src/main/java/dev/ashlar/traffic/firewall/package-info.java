/** AWS WAF: what is let through to load balancers, APIs and user pools. */
@NullMarked
package dev.ashlar.traffic.firewall;

import org.jspecify.annotations.NullMarked;

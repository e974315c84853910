/** The checks, the plan and the rules of a web firewall. */
@NullMarked
package dev.ashlar.traffic.firewall.internal;

import org.jspecify.annotations.NullMarked;

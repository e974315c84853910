/** How private subnets reach AWS services and the internet: NAT, endpoints and their prices. */
@NullMarked
package dev.ashlar.network.internal.egress;

import org.jspecify.annotations.NullMarked;

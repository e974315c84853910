/** The addresses of a network: blocks, their division among subnets, and the capacity of subnets. */
@NullMarked
package dev.ashlar.network.internal.address;

import org.jspecify.annotations.NullMarked;

/** The internals of networks: plans, checks and the resources that a network consists of. */
@NullMarked
package dev.ashlar.network.internal;

import org.jspecify.annotations.NullMarked;

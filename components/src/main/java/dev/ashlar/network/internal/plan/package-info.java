/** The decisions about a network: its plan and the check of its options. */
@NullMarked
package dev.ashlar.network.internal.plan;

import org.jspecify.annotations.NullMarked;

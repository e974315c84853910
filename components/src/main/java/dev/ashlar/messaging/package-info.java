/** Queues between the parts of a system, each with a place for the messages that nobody could handle. */
@NullMarked
package dev.ashlar.messaging;

import org.jspecify.annotations.NullMarked;

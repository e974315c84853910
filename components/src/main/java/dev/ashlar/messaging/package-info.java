/** SQS queues, each with a dead-letter queue for messages that could not be processed. */
@NullMarked
package dev.ashlar.messaging;

import org.jspecify.annotations.NullMarked;

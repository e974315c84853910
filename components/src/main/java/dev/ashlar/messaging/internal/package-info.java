/** How queues are planned, checked and created. Not part of the API: it changes without notice. */
@NullMarked
package dev.ashlar.messaging.internal;

import org.jspecify.annotations.NullMarked;

/** Schedule expressions of EventBridge Scheduler and Application Auto Scaling. */
@NullMarked
package dev.ashlar.compute.internal.schedule;

import org.jspecify.annotations.NullMarked;

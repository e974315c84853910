/** What a service and a task have in common: containers, roles, log group, security group and task definition. */
@NullMarked
package dev.ashlar.compute.internal.task;

import org.jspecify.annotations.NullMarked;

/** The ECS service around a task: its plan and check, traffic, scaling, discovery and signals. */
@NullMarked
package dev.ashlar.compute.internal.service;

import org.jspecify.annotations.NullMarked;

/**
 * Amazon States Language as immutable values: state machines of AWS Step Functions, their check, and their JSON. The
 * package does not use Pulumi, so it serves any tool that deploys the JSON.
 */
@NullMarked
package dev.ashlar.statemachine;

import org.jspecify.annotations.NullMarked;

/** The fields of states, the JSON that they render to, and the rules that they are checked by. */
@NullMarked
package dev.ashlar.statemachine.internal;

import org.jspecify.annotations.NullMarked;

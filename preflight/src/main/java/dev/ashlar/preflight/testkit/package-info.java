/** Runs programs and components in a unit test and returns the resources that they register. */
@NullMarked
package dev.ashlar.preflight.testkit;

import org.jspecify.annotations.NullMarked;

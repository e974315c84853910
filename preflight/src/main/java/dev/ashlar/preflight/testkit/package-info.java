/** Runs programs and components in a unit test and gives back the resources that they ask for. */
@NullMarked
package dev.ashlar.preflight.testkit;

import org.jspecify.annotations.NullMarked;

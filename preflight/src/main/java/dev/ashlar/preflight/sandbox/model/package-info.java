/** Reads the properties of AWS resources and functions from the generated SDK. */
@NullMarked
package dev.ashlar.preflight.sandbox.model;

import org.jspecify.annotations.NullMarked;

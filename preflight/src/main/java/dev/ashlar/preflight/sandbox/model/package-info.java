/** The properties of AWS resources and functions, read from the generated SDK. */
@NullMarked
package dev.ashlar.preflight.sandbox.model;

import org.jspecify.annotations.NullMarked;

/** Stores of data: relational databases and caches, with the bindings by which services use them. */
@NullMarked
package dev.ashlar.data;

import org.jspecify.annotations.NullMarked;

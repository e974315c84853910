/**
 * How components create their children: names, tags, options, previous outputs. Not part of the API: it changes without
 * notice.
 */
@NullMarked
package dev.ashlar.internal.component;

import org.jspecify.annotations.NullMarked;

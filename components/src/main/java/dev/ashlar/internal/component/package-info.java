/** What components share to make their children: names, tags, and what was registered before. Not part of the API: it changes without notice. */
@NullMarked
package dev.ashlar.internal.component;

import org.jspecify.annotations.NullMarked;

/** The options that data stores share: protection, backups and maintenance. */
@NullMarked
package dev.ashlar.data;

import org.jspecify.annotations.NullMarked;

/** The RDS Proxy of an Aurora cluster. Not part of the API: it changes without notice. */
@NullMarked
package dev.ashlar.data.aurora.internal.proxy;

import org.jspecify.annotations.NullMarked;

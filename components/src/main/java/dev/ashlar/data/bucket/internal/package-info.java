/** Plans, checks and resources of buckets. Not part of the API: it changes without notice. */
@NullMarked
package dev.ashlar.data.bucket.internal;

import org.jspecify.annotations.NullMarked;

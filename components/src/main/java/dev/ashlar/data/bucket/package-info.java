/** S3 buckets, and the bindings of services that use them. */
@NullMarked
package dev.ashlar.data.bucket;

import org.jspecify.annotations.NullMarked;

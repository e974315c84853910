/** S3 buckets, with the bindings by which services use them. */
@NullMarked
package dev.ashlar.data.bucket;

import org.jspecify.annotations.NullMarked;

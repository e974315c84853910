/** ECR repositories of container images, and the images that they keep. */
@NullMarked
package dev.ashlar.compute.image;

import org.jspecify.annotations.NullMarked;

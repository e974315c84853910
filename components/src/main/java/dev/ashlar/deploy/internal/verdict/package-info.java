/**
 * Decides whether a progressive rollout proceeds: compares the new slot with the old slot over the same minutes, at a stated
 * probability of rolling back a healthy release. Pure, without Pulumi types. Not part of the API: it changes without
 * notice.
 */
@NullMarked
package dev.ashlar.deploy.internal.verdict;

import org.jspecify.annotations.NullMarked;

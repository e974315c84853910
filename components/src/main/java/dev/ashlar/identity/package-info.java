/**
 * Users and permissions: Cognito user pools with the applications that users log in to, and IAM policy documents.
 *
 * <p>{@link dev.ashlar.identity.UserPool} creates a user pool; {@link dev.ashlar.identity.PolicyDocument} writes the
 * policies of roles and resources.
 */
@NullMarked
package dev.ashlar.identity;

import org.jspecify.annotations.NullMarked;

package dev.ashlar.identity;

/**
 * The features of a user pool, billed for each user who is active in a month.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html">User pool
 *     feature plans</a>
 */
public enum FeaturePlan {
    /** Passwords, authenticator apps and other identity providers. */
    LITE,
    /** Also passkeys, a history of passwords, and custom claims in access tokens. */
    ESSENTIALS,
    /** Also threat protection. */
    PLUS
}

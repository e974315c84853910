package dev.ashlar.identity;

/**
 * What a user pool can do, and costs for each user who is active in a month.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html">User pool
 *     feature plans</a>
 */
public enum FeaturePlan {
    /** Passwords, authenticator apps and other identity providers. */
    LITE,
    /** Also passkeys, a history of passwords, and claims of your own in access tokens. */
    ESSENTIALS,
    /** Also threat protection. */
    PLUS
}

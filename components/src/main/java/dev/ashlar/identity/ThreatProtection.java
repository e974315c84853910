package dev.ashlar.identity;

/**
 * The response to logins that look like an attack, as Cognito names it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html">
 *     Advanced security with threat protection</a>
 */
public enum ThreatProtection {
    /** Cognito does not detect them. */
    OFF,
    /** Cognito logs and counts them. */
    AUDIT,
    /** Cognito requires a second factor, or blocks them. */
    ENFORCED
}

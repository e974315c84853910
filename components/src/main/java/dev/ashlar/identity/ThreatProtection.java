package dev.ashlar.identity;

/**
 * What becomes of logins that look like an attack, in Cognito's words.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html">
 *     Advanced security with threat protection</a>
 */
public enum ThreatProtection {
    /** Nothing looks for them. */
    OFF,
    /** They are logged and counted. */
    AUDIT,
    /** They are made harder, or refused. */
    ENFORCED
}

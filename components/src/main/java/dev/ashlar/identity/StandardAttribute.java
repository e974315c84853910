package dev.ashlar.identity;

import java.util.Locale;

/**
 * The text attributes that every user has, as defined by OpenID Connect.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html">Working with
 *     user attributes</a>
 */
public enum StandardAttribute {
    ADDRESS,
    BIRTHDATE,
    EMAIL,
    FAMILY_NAME,
    GENDER,
    GIVEN_NAME,
    LOCALE,
    MIDDLE_NAME,
    NAME,
    NICKNAME,
    PHONE_NUMBER,
    PICTURE,
    PREFERRED_USERNAME,
    PROFILE,
    WEBSITE,
    ZONEINFO;

    /** Returns the name of the attribute, such as {@code family_name}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

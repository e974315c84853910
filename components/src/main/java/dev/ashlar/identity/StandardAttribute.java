package dev.ashlar.identity;

import java.util.Locale;

/**
 * The attributes of text that every user has, after OpenID Connect.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html">Working with
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

    /** The attribute's name, such as {@code family_name}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

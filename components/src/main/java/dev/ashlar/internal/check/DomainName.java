package dev.ashlar.internal.check;

import java.util.regex.Pattern;

/** Names in the domain name system. */
public final class DomainName {

    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern NAME =
            Pattern.compile("(?:%s\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])".formatted(LABEL));

    private DomainName() {}

    /**
     * Returns whether the text is the full name of a host in lower case: two or more labels of up to 63 letters, digits
     * and hyphens, without a trailing dot.
     *
     * @param maxLength the maximum number of characters, which differs between AWS services
     */
    public static boolean isValid(String text, int maxLength) {
        return text.length() <= maxLength && NAME.matcher(text).matches();
    }
}

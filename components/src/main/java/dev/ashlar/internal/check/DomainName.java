package dev.ashlar.internal.check;

import java.util.regex.Pattern;

/** Names in the domain name system. */
public final class DomainName {

    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern NAME =
            Pattern.compile("(?:%s\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])".formatted(LABEL));

    private DomainName() {}

    /**
     * Whether the text is the whole name of a host in lower case: two labels or more of up to 63 letters, digits and hyphens,
     * without a dot at the end.
     *
     * @param maxLength how many characters it may have, of which AWS's services allow different numbers
     */
    public static boolean isValid(String text, int maxLength) {
        return text.length() <= maxLength && NAME.matcher(text).matches();
    }
}

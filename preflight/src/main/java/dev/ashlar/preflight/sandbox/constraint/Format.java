package dev.ashlar.preflight.sandbox.constraint;

import dev.ashlar.preflight.sandbox.value.PlainJson;
import java.util.regex.Pattern;

/** Text formats that several AWS services share. */
public enum Format {

    /** An IPv4 network: the host part of the address is zero ("VPC CIDR blocks", Amazon VPC User Guide). */
    CIDR4("an IPv4 network such as 10.0.0.0/16, with no address bits behind the prefix") {
        @Override
        boolean accepts(String text) {
            var matcher = IPV4_NETWORK.matcher(text);
            if (!matcher.matches()) {
                return false;
            }
            long address = 0;
            for (int i = 1; i <= 4; i++) {
                int octet = Integer.parseInt(matcher.group(i));
                if (octet > 255) {
                    return false;
                }
                address = address << 8 | octet;
            }
            int prefix = Integer.parseInt(matcher.group(5));
            return prefix <= 32 && (address & (0xffffffffL >> prefix)) == 0;
        }
    },

    /** An IPv6 network. */
    CIDR6("an IPv6 network such as 2001:db8::/56") {
        @Override
        boolean accepts(String text) {
            return IPV6_NETWORK.matcher(text).matches();
        }
    },

    /** An Amazon Resource Name ("Identify AWS resources with ARNs", IAM User Guide). */
    ARN("an ARN (arn:partition:service:region:account:resource)") {
        @Override
        boolean accepts(String text) {
            return ARN_PARTS.matcher(text).matches();
        }
    },

    /** Any JSON value. */
    JSON("JSON") {
        @Override
        boolean accepts(String text) {
            return PlainJson.isJson(text);
        }
    };

    private static final Pattern IPV4_NETWORK =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
    private static final Pattern IPV6_NETWORK =
            Pattern.compile("(?=[^/]*:)[0-9a-fA-F:]{2,39}/(\\d|[1-9]\\d|1[01]\\d|12[0-8])");
    private static final Pattern ARN_PARTS =
            Pattern.compile("arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:([0-9]{12}|aws|cloudfront)?:.+");

    private final String words;

    Format(String words) {
        this.words = words;
    }

    abstract boolean accepts(String text);

    String words() {
        return words;
    }
}

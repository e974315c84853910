package dev.ashlar.identity;

import com.pulumi.core.Output;
import com.pulumi.resources.ProviderResource;
import org.jspecify.annotations.Nullable;

/**
 * Where users log in and applications get their tokens.
 *
 * @param name a prefix of Cognito's own domain, or a whole domain name
 * @param isCustom whether it is a whole domain name
 * @param certificateArn the certificate of a custom domain, of us-east-1; null when one is to be issued
 * @param zoneId the Route 53 zone that holds a custom domain; null when its records are made elsewhere
 * @param certificateProvider a provider of us-east-1, to issue the certificate with
 */
public record LoginDomain(
        String name,
        boolean isCustom,
        @Nullable Output<String> certificateArn,
        @Nullable Output<String> zoneId,
        @Nullable ProviderResource certificateProvider) {

    /** {@code <prefix>.auth.<region>.amazoncognito.com}; nobody else in the region has the same prefix. */
    public static LoginDomain prefix(String prefix) {
        return new LoginDomain(prefix, false, null, null, null);
    }

    /** A domain of yours with a certificate that exists in us-east-1; its DNS record is yours, too. */
    public static LoginDomain custom(String name, Output<String> certificateArn) {
        return new LoginDomain(name, true, certificateArn, null, null);
    }

    /**
     * A domain of yours, with a certificate and a record in its zone.
     *
     * @param certificateProvider a provider of us-east-1, where Cognito's CloudFront looks for the certificate
     */
    public static LoginDomain custom(String name, Output<String> zoneId, ProviderResource certificateProvider) {
        return new LoginDomain(name, true, null, zoneId, certificateProvider);
    }
}

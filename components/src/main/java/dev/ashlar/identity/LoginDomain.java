package dev.ashlar.identity;

import com.pulumi.core.Output;
import com.pulumi.resources.ProviderResource;
import org.jspecify.annotations.Nullable;

/**
 * The domain at which users log in and applications get tokens.
 *
 * @param name a prefix of Cognito's own domain, or a full domain name
 * @param isCustom whether the name is a full domain name
 * @param certificateArn the certificate of a custom domain, in us-east-1; null to issue one
 * @param zoneId the Route 53 hosted zone of a custom domain; null if its record is created elsewhere
 * @param certificateProvider a provider of us-east-1 that issues the certificate
 */
public record LoginDomain(
        String name,
        boolean isCustom,
        @Nullable Output<String> certificateArn,
        @Nullable Output<String> zoneId,
        @Nullable ProviderResource certificateProvider) {

    /** Returns {@code <prefix>.auth.<region>.amazoncognito.com}. A prefix is unique within a region. */
    public static LoginDomain prefix(String prefix) {
        return new LoginDomain(prefix, false, null, null, null);
    }

    /** Returns a custom domain with an existing certificate in us-east-1. The caller creates its DNS record. */
    public static LoginDomain custom(String name, Output<String> certificateArn) {
        return new LoginDomain(name, true, certificateArn, null, null);
    }

    /**
     * Returns a custom domain that gets a certificate and a record in its hosted zone.
     *
     * @param certificateProvider a provider of us-east-1, where Cognito's CloudFront distribution requires the
     *     certificate
     */
    public static LoginDomain custom(String name, Output<String> zoneId, ProviderResource certificateProvider) {
        return new LoginDomain(name, true, null, zoneId, certificateProvider);
    }
}

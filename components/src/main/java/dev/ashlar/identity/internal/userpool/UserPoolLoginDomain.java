package dev.ashlar.identity.internal.userpool;

import com.pulumi.aws.cognito.UserPoolDomain;
import com.pulumi.aws.cognito.UserPoolDomainArgs;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.enums.RecordType;
import com.pulumi.aws.route53.inputs.RecordAliasArgs;
import com.pulumi.core.Output;
import com.pulumi.exceptions.RunException;
import dev.ashlar.identity.LoginDomain;
import dev.ashlar.identity.UserPoolArgs;
import dev.ashlar.internal.aws.CloudFront;
import dev.ashlar.internal.aws.DnsCertificate;
import dev.ashlar.internal.component.AwsEnvironment;
import dev.ashlar.internal.component.Children;
import dev.ashlar.internal.component.OutputCheck;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The login domain of a user pool.
 *
 * @param domain its options
 * @param resource the domain that was created
 */
public record UserPoolLoginDomain(LoginDomain domain, UserPoolDomain resource) {

    // The classic hosted UI: managed login shows nothing without a branding, which the provider cannot create.
    private static final int HOSTED_UI = 1;

    /** Creates the domain of a pool that has one, and the certificate and the record of a custom domain in a zone. */
    public static @Nullable UserPoolLoginDomain create(Children children, UserPoolArgs args, Output<String> poolId) {
        var domain = args.domain();
        if (domain == null) {
            return null;
        }
        var properties = UserPoolDomainArgs.builder()
                .userPoolId(poolId)
                .domain(domain.name())
                .managedLoginVersion(HOSTED_UI);
        if (domain.isCustom()) {
            properties.certificateArn(certificateArn(children, domain, args.tags()));
        }
        // A pool has one domain of each kind, so the old one must be deleted first.
        var resource = new UserPoolDomain(
                children.name("domain"),
                properties.build(),
                children.options(options -> options.deleteBeforeReplace(true)));
        var zoneId = domain.zoneId();
        if (zoneId != null) {
            createAlias(children, domain.name(), zoneId, resource);
        }
        return new UserPoolLoginDomain(domain, resource);
    }

    private static Output<String> certificateArn(Children children, LoginDomain domain, Map<String, String> tags) {
        var given = domain.certificateArn();
        if (given != null) {
            return OutputCheck.apply(given, arn -> inTheRightRegion(children.name(), arn));
        }
        var provider = Objects.requireNonNull(domain.certificateProvider());
        return DnsCertificate.issue(
                children.name(),
                domain.name(),
                Objects.requireNonNull(domain.zoneId()),
                tags,
                children.options(options -> options.provider(provider)));
    }

    private static String inTheRightRegion(String pool, String arn) {
        var parts = arn.split(":", 6);
        if (parts.length > 3 && parts[1].equals("aws") && !parts[3].equals(CloudFront.REGION)) {
            throw new RunException(
                    "UserPool \"%s\": domain has the certificate %s, but Cognito looks for it in %s; issue it there, or give the zone and a provider of that region."
                            .formatted(pool, arn, CloudFront.REGION));
        }
        return arn;
    }

    private static void createAlias(Children children, String name, Output<String> zoneId, UserPoolDomain target) {
        new Record(
                children.name("alias"),
                RecordArgs.builder()
                        .zoneId(zoneId)
                        .name(name)
                        .type(RecordType.A)
                        .aliases(RecordAliasArgs.builder()
                                .name(target.cloudfrontDistribution())
                                .zoneId(target.cloudfrontDistributionZoneId())
                                .evaluateTargetHealth(false)
                                .build())
                        .build(),
                children.options());
    }

    /** Returns the prefix or the full domain name. */
    public Output<String> name() {
        return resource.domain();
    }

    /**
     * Returns the URL of the domain.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html">
     *     Using the Amazon Cognito prefix domain</a>
     */
    public Output<String> url(Output<AwsEnvironment> place) {
        if (domain.isCustom()) {
            return name().applyValue(host -> "https://" + host);
        }
        return Output.tuple(name(), place).applyValue(known -> "https://%s.%s.%s.amazoncognito.com"
                .formatted(
                        known.t1, known.t2.partition().equals("aws-us-gov") ? "auth-fips" : "auth", known.t2.region()));
    }
}
